package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.headjack.host.FolderDeletion;

/**
 * Helpers for folders.
 */
final class Folders {

	private Folders() {
	}

	/**
	 * Deletes a folder and its content, as far as possible. No symbolic link is followed.
	 * @param folder the folder, which need not exist
	 */
	static void deleteAll(Path folder) {
		try {
			FolderDeletion.of(folder);
		}
		catch (IOException ex) {
			// The next command that needs this path reports the remains.
		}
	}

	/**
	 * Deletes a folder if it is empty.
	 * @param folder the folder, which need not exist
	 */
	static void deleteIfEmpty(Path folder) {
		try {
			Files.deleteIfExists(folder);
		}
		catch (IOException ex) {
			// It is not empty.
		}
	}

	/**
	 * Returns a path as git prints it.
	 * @param path a path; its last parts need not exist
	 * @return the path, with all symbolic links in its existing part resolved
	 */
	static Path real(Path path) {
		try {
			return path.toRealPath();
		}
		catch (IOException ex) {
			Path parent = path.getParent();
			return (parent != null) ? real(parent).resolve(path.getFileName()) : path;
		}
	}

}
