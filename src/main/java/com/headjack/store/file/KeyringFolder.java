package com.headjack.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import com.headjack.store.FolderFailures;
import com.headjack.store.PrivateFiles;
import com.headjack.store.SecretName;
import com.headjack.store.StoreLock;
import com.headjack.store.StoreUnavailableException;

/**
 * The folder with one file for each secret; a file is written completely or not at all.
 */
final class KeyringFolder {

	private static final String TEMPORARY = ".tmp-";

	private static final String LOCK = ".lock";

	private final Path folder;

	private final NamesakeFolder namesake;

	private final Duration patience;

	private final PrivateFiles files;

	private final FolderFailures failures;

	private final ReentrantLock writing = new ReentrantLock();

	/**
	 * Creates the view of a folder, without creating the folder.
	 * @param folder the folder
	 * @param namesake the namesake's folder, whose items are read too
	 * @param patience how long to wait for another process that is writing
	 */
	KeyringFolder(Path folder, NamesakeFolder namesake, Duration patience) {
		this.folder = folder;
		this.namesake = namesake;
		this.patience = patience;
		this.files = new PrivateFiles(folder.getFileSystem());
		this.failures = FolderFailures.ofSecrets(folder);
	}

	Path path() {
		return this.folder;
	}

	Path file(SecretName name) {
		return this.folder.resolve(ItemFileName.of(name));
	}

	/**
	 * Checks that the folder can be used or created.
	 * @throws StoreUnavailableException if it can be neither
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
	 * The names of the secrets with a file here or in the namesake's folder.
	 */
	List<SecretName> names() {
		// The namesake's first, because another process may move one from there to here.
		Set<SecretName> names = new LinkedHashSet<>(this.namesake.names());
		names.addAll(ours());
		return List.copyOf(names);
	}

	private List<SecretName> ours() {
		if (!exists()) {
			return List.of();
		}
		requireSafe();
		try {
			return this.files.entries(this.folder, "*")
				.stream()
				.flatMap((entry) -> ItemFileName.parse(entry.getFileName().toString()).stream())
				.toList();
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	/**
	 * Reads a secret's file here or, failing that, in the namesake's folder.
	 * @return the file, or empty if it does not exist
	 */
	Optional<ItemFile> read(SecretName name) {
		// Ours once more, because another process may have moved the namesake's
		// meanwhile.
		return readOurs(name).or(() -> this.namesake.read(name)).or(() -> readOurs(name));
	}

	private Optional<ItemFile> readOurs(SecretName name) {
		if (!exists()) {
			return Optional.empty();
		}
		requireSafe();
		try {
			return ItemFile.read(file(name), this.files);
		}
		catch (IOException ex) {
			throw this.failures.notRead(ex);
		}
	}

	/**
	 * Changes the folder while no other thread or process does; creates it if it is
	 * missing.
	 */
	void exclusively(Runnable change) {
		this.writing.lock();
		try {
			this.files.createFolder(this.folder);
			requireSafe();
			Path lock = this.folder.resolve(LOCK);
			try (StoreLock _ = StoreLock.acquire(lock, () -> this.files.open(lock, StandardOpenOption.CREATE),
					this.patience, "another process is writing to the encrypted files")) {
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

	// The lock's holder is the only writer, so these files are from writers that were
	// killed.
	private void removeLeftovers() throws IOException {
		for (Path leftover : this.files.entries(this.folder, TEMPORARY + "*")) {
			Files.deleteIfExists(leftover);
		}
	}

	/**
	 * Writes a secret's file, and deletes the namesake's. Call it only
	 * {@linkplain #exclusively exclusively}.
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
		try {
			this.namesake.delete(name);
		}
		catch (IOException | StoreUnavailableException ex) {
			// The secret is stored, and an exception would say otherwise.
		}
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
	 * Deletes a secret's file and the namesake's. Call it only {@linkplain #exclusively
	 * exclusively}.
	 * @return whether there was one
	 */
	boolean delete(SecretName name) {
		try {
			// The namesake's first: if only ours were deleted, the user would still be
			// logged in.
			boolean namesakes = this.namesake.delete(name);
			boolean ours = Files.deleteIfExists(file(name));
			this.files.sync(this.folder);
			return ours || namesakes;
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
