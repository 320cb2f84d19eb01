package com.headjack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that is ended while there is something to undo, or when that is done already.
 */
final class ShutdownHookProgram {

	private ShutdownHookProgram() {
	}

	/**
	 * Ends itself.
	 * @param arguments a file that is made to undo something, and {@code close} if
	 * nothing is left to undo
	 */
	public static void main(String[] arguments) {
		ShutdownHook hook = ShutdownHook.undoing(() -> {
			make(Path.of(arguments[0]));
			throw new IllegalStateException("nobody is told of this");
		});
		if (arguments.length > 1) {
			hook.close();
		}
		System.exit(0);
	}

	private static void make(Path file) {
		try {
			Files.createFile(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
