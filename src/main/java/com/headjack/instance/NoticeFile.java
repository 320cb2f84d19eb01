package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.host.UntrustedFile;

/**
 * Keeps what the user was told of a container last.
 *
 * @param path the file
 */
record NoticeFile(Path path) {

	private static final int LARGEST = 1024 * 1024;

	boolean exists() {
		return Files.exists(this.path);
	}

	/**
	 * Reads what was told last.
	 * @return the sentences, without a full stop
	 */
	List<String> read() {
		return new UntrustedFile(this.path, LARGEST).text().map(String::lines).map(Stream::toList).orElse(List.of());
	}

	void write(List<String> notices) {
		try {
			Files.write(this.path, notices.stream().map((notice) -> notice.replace('\n', ' ')).toList());
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot write " + this.path + ": " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

}
