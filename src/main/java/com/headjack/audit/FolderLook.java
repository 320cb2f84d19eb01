package com.headjack.audit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Looks at all files below a folder. No link is followed, but its target is read as a
 * text.
 */
final class FolderLook implements FileVisitor<Path> {

	/**
	 * The most files of a folder.
	 */
	private static final int MOST = 1_000_000;

	private final Look look;

	private final Path top;

	private final Set<Path> left;

	private int files;

	/**
	 * Creates a look.
	 * @param left files and folders to leave out
	 */
	private FolderLook(Look look, Path top, Set<Path> left) {
		this.look = look;
		this.top = top;
		this.left = left;
	}

	/**
	 * Looks at a folder, which need not exist.
	 * @param left files and folders to leave out
	 */
	static void at(Path folder, Set<Path> left, Look look) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try {
			Files.walkFileTree(folder, new FolderLook(look, folder, left));
		}
		catch (IOException ex) {
			look.unseen("%s cannot be read".formatted(folder));
		}
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
		if (this.left.contains(folder)) {
			return FileVisitResult.SKIP_SUBTREE;
		}
		this.look.text(folder.toString(), String.valueOf(folder.getFileName()));
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
		if (this.files++ == MOST) {
			this.look.unseen("%s has more than a million files".formatted(this.top));
			return FileVisitResult.TERMINATE;
		}
		if (attributes.isRegularFile() && !this.left.contains(file)) {
			this.look.file(this.top, file);
		}
		else if (attributes.isSymbolicLink()) {
			this.look.text(file.toString(), Files.readSymbolicLink(file).toString());
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) {
		if (!(ex instanceof NoSuchFileException)) {
			this.look.unseen("%s cannot be read".formatted(file));
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) {
		if (ex != null) {
			this.look.unseen("%s cannot be read to its end".formatted(folder));
		}
		return FileVisitResult.CONTINUE;
	}

}
