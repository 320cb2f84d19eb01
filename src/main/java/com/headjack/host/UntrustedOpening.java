package com.headjack.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Opens a file that a container can replace with a pipe at any time, and its folders with
 * links.
 */
final class UntrustedOpening {

	private static final long PATIENCE = 2;

	private UntrustedOpening() {
	}

	static FileChannel of(Path path) throws IOException {
		return open(path, (options) -> open(path, options));
	}

	/**
	 * Opens a file below a folder. Each folder on the way is opened in the one before, so
	 * none can be a link, where the operating system has such openings.
	 */
	static FileChannel below(Path folder, Path path) throws IOException {
		Path rest = folder.relativize(path);
		return open(path, (options) -> {
			try (DirectoryStream<Path> top = Files.newDirectoryStream(folder)) {
				return (top instanceof SecureDirectoryStream<Path> secure) ? open(secure, rest, options)
						: open(path, options);
			}
		});
	}

	private static FileChannel open(SecureDirectoryStream<Path> folder, Path rest, Set<OpenOption> options)
			throws IOException {
		Path first = rest.getName(0);
		if (rest.getNameCount() > 1) {
			try (SecureDirectoryStream<Path> next = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
				return open(next, rest.subpath(1, rest.getNameCount()), options);
			}
		}
		BasicFileAttributeView view = folder.getFileAttributeView(first, BasicFileAttributeView.class,
				LinkOption.NOFOLLOW_LINKS);
		requireRegular(Objects.requireNonNull(view).readAttributes(), rest);
		return (FileChannel) folder.newByteChannel(first, options);
	}

	private static FileChannel open(Path path, Set<OpenOption> options) throws IOException {
		requireRegular(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), path);
		return FileChannel.open(path, options);
	}

	private static void requireRegular(BasicFileAttributes attributes, Path path) throws IrregularFileException {
		if (!attributes.isRegularFile()) {
			throw new IrregularFileException(path);
		}
	}

	/**
	 * Opens for reading and writing first: to open a pipe for reading alone would wait
	 * for its writer.
	 */
	private static FileChannel open(Path path, Opening opening) throws IOException {
		try {
			return opening.open(Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
		}
		catch (NoSuchFileException | IrregularFileException ex) {
			throw ex;
		}
		catch (FileSystemException ex) {
			return readOnly(path, opening);
		}
	}

	/**
	 * Opens a file that may only be read, such as those that git makes. The opening
	 * thread is left alone if a pipe has taken the file's place meanwhile.
	 */
	private static FileChannel readOnly(Path path, Opening opening) throws IOException {
		CompletableFuture<FileChannel> opened = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("file-opener").start(() -> open(opening, opened));
		try {
			return readable(path, opened.get(PATIENCE, TimeUnit.SECONDS));
		}
		catch (ExecutionException ex) {
			throw failure(ex.getCause());
		}
		catch (TimeoutException ex) {
			opened.cancel(false);
			throw new IrregularFileException(path);
		}
		catch (InterruptedException ex) {
			opened.cancel(false);
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/**
	 * Makes sure that neither a folder nor a pipe has taken the file's place before it
	 * was opened: neither can be read at a position.
	 */
	private static FileChannel readable(Path path, FileChannel opened) throws IOException {
		try {
			opened.read(ByteBuffer.allocate(1), 0);
			return opened;
		}
		catch (IOException ex) {
			opened.close();
			throw new IrregularFileException(path);
		}
	}

	private static IOException failure(@Nullable Throwable cause) {
		return (cause instanceof IOException failure) ? failure : new IOException(cause);
	}

	private static void open(Opening opening, CompletableFuture<FileChannel> opened) {
		try {
			FileChannel channel = opening.open(Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
			if (!opened.complete(channel)) {
				channel.close();
			}
		}
		catch (IOException ex) {
			opened.completeExceptionally(ex);
		}
	}

	/**
	 * A way to open the file.
	 */
	private interface Opening {

		FileChannel open(Set<OpenOption> options) throws IOException;

	}

}
