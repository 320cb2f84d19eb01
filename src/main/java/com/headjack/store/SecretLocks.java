package com.headjack.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.function.Supplier;

import com.headjack.host.HostPaths;
import com.headjack.text.Sha256;

/**
 * The locks of the secrets, one file each, for all processes of the user. A file is named
 * by two digits of the digest of the secret's name: so a name of any form has one, none
 * is told, and the files, which are never removed, stay few. Two secrets with the same
 * file wait for each other.
 */
final class SecretLocks {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int DIGITS = 2;

	private final Path folder;

	private final Duration patience;

	private final PrivateFiles files;

	private final FolderFailures failures;

	/**
	 * Creates the locks, without creating the folder.
	 * @param folder the folder of the files
	 * @param patience how long to wait for another process
	 */
	SecretLocks(Path folder, Duration patience) {
		this.folder = folder;
		this.patience = patience;
		this.files = new PrivateFiles(folder.getFileSystem());
		this.failures = FolderFailures.ofLocks(folder);
	}

	/**
	 * The locks of this user.
	 * @param paths where they are
	 */
	static SecretLocks of(HostPaths paths) {
		return new SecretLocks(paths.locks(), PATIENCE);
	}

	/**
	 * Does something to a secret while no other thread or process does; never from within
	 * another such action.
	 * @return the action's result
	 * @throws StoreTimeoutException if another one has the lock all that time
	 * @throws StoreUnavailableException if the folder cannot be used
	 */
	<T> T locked(SecretName name, Supplier<T> action) {
		try (StoreLock _ = lock(this.folder.resolve(Sha256.hex(name.text()).substring(0, DIGITS)))) {
			return action.get();
		}
	}

	private StoreLock lock(Path file) {
		try {
			this.files.createFolder(this.folder);
			this.files.flawOfFolder(this.folder).ifPresent((flaw) -> {
				throw this.failures.flawed(flaw);
			});
			return StoreLock.acquire(file, () -> open(file), this.patience,
					"another process is changing the login (its lock is %s)".formatted(file));
		}
		catch (IOException ex) {
			throw this.failures.notWritten(ex);
		}
	}

	private FileChannel open(Path file) throws IOException {
		try {
			if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile()) {
				throw new StoreUnavailableException("%s is not a regular file".formatted(file), "move it away");
			}
		}
		catch (NoSuchFileException _) {
			// It is created.
		}
		return this.files.open(file, StandardOpenOption.CREATE);
	}

}
