package com.headjack.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreUnavailableException;

/**
 * The folder with one file for each secret; a file is there as a whole or not at all.
 */
final class KeyringFolder {

	private static final int LARGEST_FILE = 1024 * 1024;

	private static final String TEMPORARY = ".tmp-";

	private static final String LOCK = ".lock";

	private final Path folder;

	private final Duration patience;

	private final PrivateFiles files;

	private final FolderFailures failures;

	private final ReentrantLock writing = new ReentrantLock();

	/**
	 * Creates the view of a folder, and not the folder.
	 * @param folder the folder
	 * @param patience how long to wait for another process that writes
	 */
	KeyringFolder(Path folder, Duration patience) {
		this.folder = folder;
		this.patience = patience;
		this.files = new PrivateFiles(folder.getFileSystem());
		this.failures = new FolderFailures(folder);
	}

	Path path() {
		return this.folder;
	}

	Path file(SecretName name) {
		return this.folder.resolve(ItemFileName.of(name));
	}

	/**
	 * Makes sure that the folder can be used, or made.
	 * @throws StoreUnavailableException if it cannot
	 */
	void check() {
		if (exists()) {
			requireSafe();
		}
		Path nearest = this.folder;
		while (!Files.exists(nearest, LinkOption.NOFOLLOW_LINKS) && nearest.getParent() != null) {
			nearest = nearest.getParent();
		}
		if (!Files.isDirectory(nearest)) {
			throw this.failures.notWritten(new IOException("%s is not a folder".formatted(nearest)));
		}
		if (!Files.isWritable(nearest)) {
			throw this.failures.notWritten(new IOException("%s is read-only".formatted(nearest)));
		}
	}

	/**
	 * The names of the secrets that have a file.
	 */
	List<SecretName> names() {
		if (!exists()) {
			return List.of();
		}
		requireSafe();
		try {
			return entries("*").stream()
				.flatMap((entry) -> ItemFileName.parse(entry.getFileName().toString()).stream())
				.toList();
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	private List<Path> entries(String pattern) throws IOException {
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.folder, pattern)) {
			List<Path> paths = new ArrayList<>();
			entries.forEach(paths::add);
			return paths;
		}
		catch (DirectoryIteratorException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Reads a secret's file.
	 * @return its content, or empty if there is none
	 */
	Optional<byte[]> read(SecretName name) {
		if (!exists()) {
			return Optional.empty();
		}
		requireSafe();
		Path file = file(name);
		try {
			this.files.flawOfFile(file).ifPresent((flaw) -> {
				throw new StoreDeniedException("%s %s".formatted(file, flaw.clause()), flaw.remedy());
			});
			return Optional.of(content(file));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (AccessDeniedException ex) {
			throw new StoreDeniedException("%s cannot be read: permission denied".formatted(file),
					"give the file back to its owner", ex);
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	private static byte[] content(Path file) throws IOException {
		try (InputStream input = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
			byte[] content = input.readNBytes(LARGEST_FILE + 1);
			if (content.length > LARGEST_FILE) {
				throw new SecretCorruptException("%s is too large for an encrypted item".formatted(file),
						"move it away");
			}
			return content;
		}
	}

	/**
	 * Changes the folder while nobody else does; makes it if it is missing.
	 */
	void exclusively(Runnable change) {
		this.writing.lock();
		try {
			this.files.createFolder(this.folder);
			requireSafe();
			FileChannel channel = this.files.open(this.folder.resolve(LOCK), StandardOpenOption.CREATE);
			try (FolderLock _ = FolderLock.acquire(channel, this.patience)) {
				removeLeftovers();
				change.run();
			}
		}
		catch (IOException ex) {
			throw this.failures.notWritten(ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	// Whoever has the lock is the only writer, so these are of writers that were killed.
	private void removeLeftovers() throws IOException {
		for (Path leftover : entries(TEMPORARY + "*")) {
			Files.deleteIfExists(leftover);
		}
	}

	/**
	 * Writes a secret's file; only {@linkplain #exclusively exclusively}.
	 */
	void write(SecretName name, byte[] content) {
		Path temporary = this.folder.resolve(TEMPORARY + UUID.randomUUID());
		try {
			fill(temporary, content);
			Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			discard(temporary, ex);
			throw this.failures.notWritten(ex);
		}
		this.files.sync(this.folder);
	}

	private static void discard(Path temporary, IOException cause) {
		try {
			Files.deleteIfExists(temporary);
		}
		catch (IOException ex) {
			cause.addSuppressed(ex);
		}
	}

	private void fill(Path file, byte[] content) throws IOException {
		try (FileChannel channel = this.files.open(file, StandardOpenOption.CREATE_NEW)) {
			ByteBuffer remaining = ByteBuffer.wrap(content);
			while (remaining.hasRemaining()) {
				channel.write(remaining);
			}
			channel.force(true);
		}
	}

	/**
	 * Deletes a secret's file; only {@linkplain #exclusively exclusively}.
	 * @return whether there was one
	 */
	boolean delete(SecretName name) {
		try {
			boolean existed = Files.deleteIfExists(file(name));
			this.files.sync(this.folder);
			return existed;
		}
		catch (IOException ex) {
			throw this.failures.notWritten(ex);
		}
	}

	private boolean exists() {
		try {
			Files.readAttributes(this.folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
			return true;
		}
		catch (NoSuchFileException ex) {
			return false;
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	private void requireSafe() {
		try {
			this.files.flawOfFolder(this.folder).ifPresent((flaw) -> {
				throw this.failures.flawed(flaw);
			});
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

}
