package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.ShellWord;

/**
 * The files of a repository that containers can write and git on the host reads: the
 * references, the lists of objects, and what git keeps of each worktree.
 *
 * @param repository the repository
 */
record SharedFiles(Repository repository) {

	private static final long LONGEST = 64 * 1024;

	private static final int DEEPEST = 100;

	private static final int SHOWN = 3;

	/**
	 * Requires that git can read them without waiting, and without an end in sight.
	 * @throws HeadjackException if it cannot; it names the file
	 */
	void requireReadable() {
		Path common = this.repository.commonDirectory();
		references(common.resolve("refs"));
		for (Path folder : List.of(common.resolve("objects/pack"), common.resolve("reftable"))) {
			children(folder).forEach(SharedFiles::requireFile);
		}
		children(common.resolve("worktrees")).flatMap(SharedFiles::children).forEach(SharedFiles::requireOwn);
	}

	private static void references(Path top) {
		if (!Files.isDirectory(top)) {
			return;
		}
		try {
			Path real = top.toRealPath();
			Files.walkFileTree(real, Set.of(), DEEPEST, new References(real));
		}
		catch (IOException ex) {
			throw refused(top, "it is too deep, or cannot be read", ex);
		}
	}

	private static void requireFile(Path file) {
		BasicFileAttributes attributes = attributes(file);
		if (attributes != null && attributes.isOther()) {
			throw refused(file, "it is a pipe, a socket or a device", null);
		}
		if (attributes != null && attributes.isSymbolicLink() && Files.exists(file) && !Files.isRegularFile(file)) {
			throw refused(file, "it is a symbolic link, but not to a regular file", null);
		}
	}

	private static void requireOwn(Path file) {
		requireFile(file);
		BasicFileAttributes attributes = attributes(file);
		String name = String.valueOf(file.getFileName());
		if (attributes != null && attributes.isRegularFile() && name.matches("[A-Z_]*HEAD|locked|gitdir|commondir")
				&& attributes.size() > LONGEST) {
			throw refused(file, "it is larger than 64 KiB", null);
		}
	}

	private static @Nullable BasicFileAttributes attributes(Path file) {
		try {
			return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static Stream<Path> children(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> children = Files.list(folder)) {
			return children.toList().stream();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static HeadjackException refused(Path file, String reason, @Nullable IOException cause) {
		return new HeadjackException(FailureKind.FAILED, "git cannot read " + file + ": " + reason,
				"a container may have left it there: look at it, and delete it" + command(file), cause);
	}

	private static String command(Path file) {
		return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? ""
				: " with 'rm " + ShellWord.quoted(file.toString()) + "'";
	}

	/**
	 * Looks at each reference. A link to a folder could lead git in circles.
	 */
	private static final class References extends SimpleFileVisitor<Path> {

		private final Path top;

		References(Path top) {
			this.top = top;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			requireFile(file);
			if (attributes.isRegularFile() && attributes.size() > LONGEST) {
				throw refused(file, "it is larger than 64 KiB", null);
			}
			if (attributes.isDirectory()) {
				throw refused(shortened(file), "it is too deep", null);
			}
			return FileVisitResult.CONTINUE;
		}

		private Path shortened(Path file) {
			return this.top.resolve(this.top.relativize(file).subpath(0, SHOWN));
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
			if (file.equals(this.top)) {
				throw failure;
			}
			// It has just been deleted, or git cannot read it either.
			return FileVisitResult.CONTINUE;
		}

	}

}
