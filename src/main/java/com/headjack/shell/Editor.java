package com.headjack.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The user's editor.
 *
 * @param command its command line, as the shell would take it
 */
record Editor(String command) {

	/**
	 * Opens a file and waits until the editor is left.
	 * @return the editor's exit code
	 */
	int open(Path file) {
		try {
			Files.createDirectories(file.getParent());
			return new ProcessBuilder("sh", "-c", this.command + " \"$1\"", "sh", file.toString()).inheritIO()
				.start()
				.waitFor();
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
