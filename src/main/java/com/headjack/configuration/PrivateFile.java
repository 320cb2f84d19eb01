package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file in full or not at all.
 */
final class PrivateFile {

	private PrivateFile() {
	}

	/**
	 * Replaces what is in a file. A new file is its owner's alone, and so are new folders
	 * on the way to it.
	 * @param path the file
	 * @param text what to write
	 * @throws IOException if it cannot be written; then the file is as it was
	 */
	static void replace(Path path, String text) throws IOException {
		Path folder = path.toAbsolutePath().getParent();
		Files.createDirectories(folder, ownersOnly("rwx------"));
		Path draft = Files.createTempFile(folder, ".config", ".tmp", ownersOnly("rw-------"));
		try {
			Files.writeString(draft, text);
			if (Files.exists(path) && posix()) {
				Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(path));
			}
			Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	private static FileAttribute<?>[] ownersOnly(String permissions) {
		return posix()
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private static boolean posix() {
		FileSystem system = FileSystems.getDefault();
		return system.supportedFileAttributeViews().contains("posix");
	}

}
