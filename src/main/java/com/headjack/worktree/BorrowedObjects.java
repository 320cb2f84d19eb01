package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the folders of objects that a repository borrows from other repositories, such as
 * after {@code git clone --reference}. Those may borrow from others again.
 *
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
final class BorrowedObjects {

	/**
	 * The length of a chain that git follows.
	 */
	private static final int LONGEST_CHAIN = 5;

	private static final long LARGEST = 1024 * 1024;

	private final List<GitPath> found = new ArrayList<>();

	private final Set<Path> seen = new HashSet<>();

	private BorrowedObjects() {
	}

	/**
	 * Finds the folders.
	 * @param objects the real folder of the repository's own objects
	 * @param path the path at which a container has it
	 * @return the folders, each at the path at which git in the container looks for it
	 */
	static List<GitPath> of(Path objects, Path path) {
		BorrowedObjects borrowed = new BorrowedObjects();
		borrowed.seen.add(path);
		borrowed.follow(objects, path, 0);
		return List.copyOf(borrowed.found);
	}

	private void follow(Path objects, Path path, int depth) {
		if (depth > LONGEST_CHAIN) {
			return;
		}
		for (String line : lines(objects.resolve("info/alternates"))) {
			path(line).ifPresent((entry) -> add(objects.resolve(entry), path.resolve(entry).normalize(), depth));
		}
	}

	private void add(Path folder, Path path, int depth) {
		if (Files.isDirectory(folder) && this.seen.add(path)) {
			Path real = Folders.real(folder);
			this.found.add(new GitPath(real, path, false));
			follow(real, path, depth + 1);
		}
	}

	private static Optional<Path> path(String line) {
		try {
			return Optional.of(Path.of(unquoted(line)));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	private static String unquoted(String line) {
		boolean quoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
		return quoted ? line.substring(1, line.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : line;
	}

	private static List<String> lines(Path file) {
		try {
			boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
			return readable ? Files.readAllLines(file)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList() : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
