package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.util.FileSystemUtils;

/**
 * A copy of the distribution that every user of the host can reach, made once.
 */
final class SharedDistribution {

	private static final String READABLE = "rwxr-xr-x";

	private SharedDistribution() {
	}

	/**
	 * Returns the copy.
	 * @param distribution the folder of the distribution
	 * @return the copy's folder, deleted when the tests end
	 */
	static synchronized Path folder(Path distribution) throws IOException {
		Path shared = Path.of(System.getProperty("java.io.tmpdir"), "hjk-" + ProcessHandle.current().pid());
		if (Files.notExists(shared)) {
			Files.createDirectory(shared,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(READABLE)));
			copy(distribution, shared);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(shared)));
		}
		return shared;
	}

	/**
	 * Copies with the times of the files, which the caches of the classes are checked by.
	 */
	private static void copy(Path distribution, Path shared) throws IOException {
		Process copy = new ProcessBuilder("cp", "-Rp", distribution + "/.", shared.toString()).inheritIO().start();
		try {
			if (copy.waitFor() != 0) {
				throw new IOException("cannot copy " + distribution);
			}
			Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString(READABLE));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void delete(Path shared) {
		try {
			FileSystemUtils.deleteRecursively(shared);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
