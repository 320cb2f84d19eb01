package com.headjack.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the user's, which another program may have written: a regular one, of bounded
 * size, in one state.
 *
 * @param path the file
 */
public record BoundedFile(Path path) {

	private static final int LARGEST = 1024 * 1024;

	private static final double MEBI = 1024 * 1024;

	/**
	 * Reads the file. A link is followed.
	 * @return the bytes, at most 1 MiB, none if the file changed meanwhile, or empty if
	 * there is no such file
	 * @throws UnusableFileException if it is no regular file, is too large, or cannot be
	 * read
	 */
	public Optional<byte[]> read() throws UnusableFileException {
		try {
			BasicFileAttributes before = attributes();
			requireReadable(before);
			byte[] bytes = bytes();
			return Optional.of(sameAs(before) ? bytes : discarded(bytes));
		}
		catch (NoSuchFileException ex) {
			return absent();
		}
		catch (AccessDeniedException ex) {
			throw new UnusableFileException("cannot be read by you: its permissions do not allow it");
		}
		catch (IOException ex) {
			throw new UnusableFileException("cannot be read" + reason(ex));
		}
	}

	private static byte[] discarded(byte[] bytes) {
		Arrays.fill(bytes, (byte) 0);
		return new byte[0];
	}

	private BasicFileAttributes attributes() throws IOException {
		return Files.readAttributes(this.path, BasicFileAttributes.class);
	}

	/**
	 * The opening of a pipe would wait for a writer.
	 */
	private static void requireReadable(BasicFileAttributes file) throws UnusableFileException {
		if (file.isDirectory()) {
			throw new UnusableFileException("is a folder, not a file");
		}
		if (!file.isRegularFile()) {
			throw new UnusableFileException("is a pipe, a socket or a device, not a file");
		}
		if (file.size() > LARGEST) {
			throw new UnusableFileException(String.format(Locale.ROOT,
					"is too large: %.1f MiB (%d bytes), of at most 1 MiB", file.size() / MEBI, file.size()));
		}
	}

	private byte[] bytes() throws IOException {
		try (InputStream input = Files.newInputStream(this.path)) {
			return input.readNBytes(LARGEST);
		}
	}

	private boolean sameAs(BasicFileAttributes before) throws IOException {
		BasicFileAttributes after = attributes();
		return after.size() == before.size() && after.lastModifiedTime().equals(before.lastModifiedTime())
				&& Objects.equals(after.fileKey(), before.fileKey());
	}

	/**
	 * A link to nowhere, or a file in place of a folder, is no missing file.
	 */
	private Optional<byte[]> absent() throws UnusableFileException {
		Path nearest = this.path;
		while (!Files.isSymbolicLink(nearest) && !Files.exists(nearest) && nearest.getParent() != null) {
			nearest = nearest.getParent();
		}
		if (!Files.exists(nearest)) {
			throw new UnusableFileException(
					"cannot be read: %s is a link to %s, which does not exist".formatted(nearest, target(nearest)));
		}
		if (!Files.isDirectory(nearest)) {
			throw new UnusableFileException("cannot be read: %s is not a folder".formatted(nearest));
		}
		return Optional.empty();
	}

	private static String target(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		}
		catch (IOException ex) {
			return "another file";
		}
	}

	private static String reason(IOException ex) {
		String reason = (ex instanceof FileSystemLoopException) ? "its links form a loop"
				: (ex instanceof FileSystemException file) ? file.getReason() : null;
		return (reason != null) ? ": " + reason.toLowerCase(Locale.ROOT) : "";
	}

}
