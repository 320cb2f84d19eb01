package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.headjack.failure.FailureKind;

/**
 * Keeps what the user was told of a container last.
 *
 * @param path the file
 */
record NoticeFile(Path path) {

	boolean exists() {
		return Files.exists(this.path);
	}

	/**
	 * Reads what was told last.
	 * @return the sentences, without a full stop
	 */
	List<String> read() {
		try {
			return Files.isRegularFile(this.path) ? Files.readAllLines(this.path) : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	void write(List<String> notices) {
		try {
			Files.write(this.path, notices.stream().map((notice) -> notice.replace('\n', ' ')).toList());
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot write " + this.path + ": " + ex.getMessage(),
					"see that you may write there, and that there is room");
		}
	}

}
