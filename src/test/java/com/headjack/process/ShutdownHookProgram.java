package com.headjack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that is ended while there is something to undo, or when that is done already.
 */
final class ShutdownHookProgram {

	private ShutdownHookProgram() {
	}

	/**
	 * Ends itself.
	 * @param arguments a file that is made to undo something, and {@code close} if
	 * nothing is left to undo, or {@code await} if an operation undoes itself
	 */
	public static void main(String[] arguments) throws InterruptedException {
		if (arguments.length > 1 && arguments[1].equals("await")) {
			awaitUndone(Path.of(arguments[0]));
			return;
		}
		ShutdownHook hook = ShutdownHook.undoing(() -> {
			make(Path.of(arguments[0]));
			throw new IllegalStateException("nobody is told of this");
		});
		if (arguments.length > 1) {
			hook.close();
		}
		System.exit(0);
	}

	private static void awaitUndone(Path file) throws InterruptedException {
		try (ShutdownHook _ = ShutdownHook.awaiting(Duration.ofMinutes(1))) {
			Thread.ofPlatform().daemon().start(() -> System.exit(0));
			Thread.sleep(Duration.ofMillis(500));
			try (ShutdownHook _ = ShutdownHook.undoing(() -> make(file.resolveSibling("other")))) {
				make(file);
			}
		}
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
