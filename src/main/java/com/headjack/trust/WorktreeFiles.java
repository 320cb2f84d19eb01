package com.headjack.trust;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds files of a worktree, which a container can write. Links are followed as long as
 * they stay in the worktree.
 *
 * @param root the worktree's folder
 */
record WorktreeFiles(Path root) {

	private static final int MOST_LINKS = 16;

	private static final int MOST_FILES = 200;

	/**
	 * The place of the worktree in a container.
	 */
	private static final Path INSIDE = Path.of("/workspace");

	/**
	 * Finds a file.
	 * @param file its path in the worktree
	 * @return its path without links, or empty if there is no file
	 * @throws UnreadableException if a link leads out of the worktree
	 */
	Optional<Path> find(String file) throws UnreadableException {
		return resolve(file).filter((path) -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
	}

	private Optional<Path> resolve(String file) throws UnreadableException {
		Deque<Path> rest = new ArrayDeque<>();
		push(rest, Path.of(file));
		Path at = this.root;
		int links = 0;
		while (!rest.isEmpty()) {
			Path next = at.resolve(rest.pop()).normalize();
			if (!next.startsWith(this.root)) {
				throw new UnreadableException("is a link out of the repository");
			}
			Optional<BasicFileAttributes> attributes = attributes(next);
			if (attributes.isEmpty()) {
				return Optional.empty();
			}
			if (!attributes.get().isSymbolicLink()) {
				at = next;
			}
			else if (++links > MOST_LINKS) {
				return Optional.empty();
			}
			else {
				Path target = target(next);
				at = target.isAbsolute() ? this.root : at;
				push(rest, target.isAbsolute() ? inside(target) : target);
			}
		}
		return Optional.of(at);
	}

	private static void push(Deque<Path> rest, Path path) {
		for (int index = path.getNameCount() - 1; index >= 0; index--) {
			rest.push(path.getName(index));
		}
	}

	private Path inside(Path target) throws UnreadableException {
		for (Path place : List.of(INSIDE, this.root)) {
			if (target.startsWith(place) && !target.equals(place)) {
				return place.relativize(target);
			}
		}
		throw new UnreadableException("is a link out of the repository, to " + target);
	}

	private static Path target(Path link) throws UnreadableException {
		try {
			return Files.readSymbolicLink(link);
		}
		catch (IOException ex) {
			throw new UnreadableException("changes while it is read");
		}
	}

	private static Optional<BasicFileAttributes> attributes(Path path) throws UnreadableException {
		try {
			return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
		}
		catch (NoSuchFileException | NotDirectoryException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			if (Files.isRegularFile(path.resolveSibling("."), LinkOption.NOFOLLOW_LINKS)) {
				return Optional.empty();
			}
			throw new UnreadableException("cannot be read");
		}
	}

	/**
	 * Lists the files of a folder by a pattern for their names.
	 * @param pattern the folder's path, and the pattern as its last part
	 * @return the files' paths in the worktree, sorted
	 * @throws UnreadableException if the folder is a link out of the worktree, or has too
	 * many files
	 */
	List<String> list(String pattern) throws UnreadableException {
		if (pattern.indexOf('*') < 0) {
			return List.of(pattern);
		}
		int end = pattern.lastIndexOf('/') + 1;
		String folder = pattern.substring(0, end);
		Pattern names = KeyPattern.glob(pattern.substring(end));
		Optional<Path> place = resolve(folder);
		return place.isEmpty() ? List.of()
				: names(place.get()).stream()
					.filter((name) -> names.matcher(name).matches())
					.map((name) -> folder + name)
					.sorted()
					.toList();
	}

	private static List<String> names(Path folder) throws UnreadableException {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				names.add(String.valueOf(entry.getFileName()));
				if (names.size() > MOST_FILES) {
					throw new UnreadableException("is in a folder with too many files");
				}
			}
			return names;
		}
		catch (IOException | DirectoryIteratorException ex) {
			return List.of();
		}
	}

}
