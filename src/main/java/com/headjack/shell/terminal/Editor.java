package com.headjack.shell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The user's editor.
 *
 * @param command its command line, in shell syntax
 * @param streams the terminal that it gets
 */
public record Editor(String command, StandardStreams streams) {

	/**
	 * The exit code of a shell if a program is not found.
	 */
	private static final int NOT_FOUND = 127;

	/**
	 * Opens a file and waits until the user quits the editor.
	 */
	public void open(Path file) {
		int code = run(file);
		if (code == NOT_FOUND) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "there is no editor \"" + this.command + "\"",
					"set EDITOR, or edit " + file);
		}
		if (code != 0) {
			throw new HeadjackException(FailureKind.FAILED, "the editor ended with exit code " + code,
					"see what it left in " + file);
		}
	}

	private int run(Path file) {
		try {
			Files.createDirectories(file.getParent());
			return this.streams.run(List.of("sh", "-c", this.command + " \"$1\"", "sh", file.toString()));
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "the editor cannot be started",
					"set EDITOR, or edit " + file, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedByUserException(ex);
		}
	}

}
