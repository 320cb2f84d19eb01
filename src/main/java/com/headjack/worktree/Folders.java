package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/**
 * Handles folders, no links followed.
 */
final class Folders {

	private Folders() {
	}

	/**
	 * Deletes a folder with all that is in it, as far as that can be.
	 * @param folder the folder, which need not exist
	 */
	static void deleteAll(Path folder) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try {
			Files.walkFileTree(folder, new Deletion());
		}
		catch (IOException ex) {
			// What is left is named by the next command that needs its place.
		}
	}

	/**
	 * Deletes a folder that nothing is in.
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
	 * The path as git gives it.
	 * @param path a path, whose end need not exist
	 * @return the path with all links resolved in what exists
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

	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.delete(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
			Files.delete(folder);
			return FileVisitResult.CONTINUE;
		}

	}

}
