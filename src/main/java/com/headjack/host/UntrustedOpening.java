package com.headjack.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens a file that a container can replace with a pipe at any time.
 */
final class UntrustedOpening {

	private static final long PATIENCE = 2;

	private UntrustedOpening() {
	}

	static FileChannel of(Path path) throws IOException {
		if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile()) {
			throw new FileSystemException(path.toString(), null, "no regular file");
		}
		try {
			// To open a pipe for reading alone would wait for its writer.
			return FileChannel.open(path,
					Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
		}
		catch (AccessDeniedException ex) {
			return readOnly(path);
		}
		catch (FileSystemException ex) {
			if (Files.isReadable(path)) {
				return readOnly(path);
			}
			throw ex;
		}
	}

	/**
	 * Opens a file that may only be read, such as those that git makes. The opening
	 * thread is left alone if a pipe has taken the file's place meanwhile.
	 */
	private static FileChannel readOnly(Path path) throws IOException {
		CompletableFuture<FileChannel> opened = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("file-opener").start(() -> open(path, opened));
		try {
			return opened.get(PATIENCE, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (TimeoutException ex) {
			opened.cancel(false);
			throw new FileSystemException(path.toString(), null, "a pipe took its place");
		}
		catch (InterruptedException ex) {
			opened.cancel(false);
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private static void open(Path path, CompletableFuture<FileChannel> opened) {
		try {
			FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
			if (!opened.complete(channel)) {
				channel.close();
			}
		}
		catch (IOException ex) {
			opened.completeExceptionally(ex);
		}
	}

}
