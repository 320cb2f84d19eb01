package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.headjack.host.FolderDeletion;

/**
 * The runtime folder of a user, with one resident process for all tests. The process ends
 * when the folder is deleted.
 */
final class RuntimeFolder {

	private RuntimeFolder() {
	}

	/**
	 * Returns the folder of a user, made once, and deleted when the tests end.
	 * @param uid the user's number
	 * @return the folder
	 */
	static synchronized Path shared(int uid) throws IOException {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"),
				"hjk-run-" + ProcessHandle.current().pid() + "-" + uid);
		if (Files.notExists(folder)) {
			Files.createDirectory(folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Files.setAttribute(folder, "unix:uid", uid);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
		}
		return folder;
	}

	private static void delete(Path folder) {
		try {
			FolderDeletion.of(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
