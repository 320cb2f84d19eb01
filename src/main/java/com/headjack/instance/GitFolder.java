package com.headjack.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The host's folder of git's configuration for a container, which can only read it. Files
 * are replaced in one step, so that a program in the container never reads a half.
 *
 * @param path the folder
 */
record GitFolder(Path path) {

	private static final String FILE = "rw-r--r--";

	private static final String PROGRAM = "rwxr-xr-x";

	GitFolder create() throws IOException {
		Files.createDirectories(this.path);
		permit(this.path, PROGRAM);
		return this;
	}

	void write(String name, String text) throws IOException {
		write(name, text.getBytes(StandardCharsets.UTF_8), false);
	}

	/**
	 * Writes a file, unless it has this content.
	 * @param name its name, which may have folders
	 * @param content its content
	 * @param program whether it may be run
	 */
	void write(String name, byte[] content, boolean program) throws IOException {
		Path file = this.path.resolve(name);
		if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isExecutable(file) == program
				&& Arrays.equals(Files.readAllBytes(file), content)) {
			return;
		}
		Path folder = this.path;
		for (Path part : this.path.relativize(file.resolveSibling(""))) {
			folder = Files.createDirectories(folder.resolve(part));
			permit(folder, PROGRAM);
		}
		Path temporary = Files.createTempFile(this.path, ".new-", "");
		try {
			Files.write(temporary, content);
			permit(temporary, program ? PROGRAM : FILE);
			move(temporary, file);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void permit(Path file, String permissions) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (view != null) {
			view.setPermissions(PosixFilePermissions.fromString(permissions));
		}
	}

	/**
	 * Deletes all files but some.
	 * @param kept the names of the files to keep
	 */
	void keepOnly(Set<String> kept) throws IOException {
		Set<Path> folders = new HashSet<>();
		try (Stream<Path> files = Files.walk(this.path)) {
			for (Path file : files.filter((path) -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
				if (kept.contains(this.path.relativize(file).toString())) {
					folders.add(this.path.relativize(file).getName(0));
				}
				else {
					Files.delete(file);
				}
			}
		}
		try (Stream<Path> children = Files.list(this.path)) {
			for (Path child : children.filter((path) -> !folders.contains(path.getFileName())).toList()) {
				FileSystemUtils.deleteRecursively(child);
			}
		}
	}

}
