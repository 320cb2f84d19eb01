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

/**
 * Finds files of a worktree, which a container can write. Links are followed as long as
 * they stay in the worktree.
 *
 * @param root the worktree's folder
 */
record WorktreeFiles(Path root) {

	private static final int MOST_LINKS = 16;

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
	 * Lists the files that a pattern stands for.
	 * @param pattern a path with {@code *} for any text in a part, and {@code **} as a
	 * part for any folders
	 * @return the paths in the worktree of what may be such files, sorted
	 * @throws UnreadableException if a folder is a link out of the worktree, or there are
	 * too many files
	 */
	List<String> list(String pattern) throws UnreadableException {
		return new WorktreeWalk(this).list(pattern);
	}

	/**
	 * Lists what is in a folder.
	 * @param folder its path in the worktree
	 * @param most the most names to list
	 * @return the names; none if there is no such folder
	 * @throws UnreadableException if the folder is a link out of the worktree, or has
	 * more names
	 */
	List<String> names(String folder, int most) throws UnreadableException {
		Optional<Path> place = resolve(folder);
		return place.isEmpty() ? List.of() : names(place.get(), most);
	}

	private static List<String> names(Path folder, int most) throws UnreadableException {
		List<String> names = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				names.add(String.valueOf(entry.getFileName()));
				if (names.size() > most) {
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
