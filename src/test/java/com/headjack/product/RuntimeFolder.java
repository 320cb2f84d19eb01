package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.util.FileSystemUtils;

/**
 * The runtime folder of the user who runs the tests, with one resident process for all of
 * them. The process ends when the folder is deleted.
 */
final class RuntimeFolder {

	private RuntimeFolder() {
	}

	/**
	 * Returns the folder, made once, and deleted when the tests end.
	 */
	static synchronized Path shared() throws IOException {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "hjk-run-" + ProcessHandle.current().pid());
		if (Files.notExists(folder)) {
			Files.createDirectory(folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
		}
		return folder;
	}

	private static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
