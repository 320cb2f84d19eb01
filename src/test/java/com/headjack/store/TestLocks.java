package com.headjack.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The locks of the stores under test: the same for all processes of a test.
 */
public final class TestLocks {

	private static final String PROPERTY = "headjack.test.locks";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Path FOLDER = Optional.ofNullable(System.getProperty(PROPERTY))
		.map(Path::of)
		.orElseGet(TestLocks::made);

	private TestLocks() {
	}

	private static Path made() {
		try {
			Path folder = Files.createTempDirectory("headjack-locks");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void remove(Path folder) {
		try (var files = Files.walk(folder)) {
			for (Path file : files.toList().reversed()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The folder of the locks.
	 */
	static Path folder() {
		return FOLDER;
	}

	/**
	 * The option of Java that lets another process use the same locks.
	 */
	public static String option() {
		return "-D%s=%s".formatted(PROPERTY, FOLDER);
	}

	/**
	 * Gives revisions to a store.
	 */
	public static RevisedStore over(SecretStore store) {
		return over(store, FOLDER);
	}

	/**
	 * Gives revisions to a store.
	 * @param folder the folder of its locks
	 */
	public static RevisedStore over(SecretStore store, Path folder) {
		return new LockedStore(store, new SecretLocks(folder, PATIENCE));
	}

}
