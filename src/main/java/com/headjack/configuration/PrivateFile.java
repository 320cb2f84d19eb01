package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Writes files atomically: each in full or not at all.
 */
final class PrivateFile {

	private PrivateFile() {
	}

	/**
	 * Replaces the content of a file. Only the owner has access to a new file and to the
	 * new folders above it.
	 * @param path the file, in a folder
	 * @param text the new content
	 * @throws IOException if the file cannot be written; then it is unchanged
	 */
	static void replace(Path path, String text) throws IOException {
		Path folder = Objects.requireNonNull(path.getParent());
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

	static FileAttribute<?>[] ownersOnly(String permissions) {
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
