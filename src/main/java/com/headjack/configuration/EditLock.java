package com.headjack.configuration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other processes from a change of the same file.
 */
final class EditLock {

	private static final int TRIES = 100;

	private static final long PAUSE = 50;

	private EditLock() {
	}

	/**
	 * Waits for the lock, up to five seconds.
	 * @param file the file to lock
	 * @return the locked file, which the caller closes
	 * @throws IOException if the file cannot be made, or another process has the lock
	 */
	static FileChannel take(Path file) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent(), PrivateFile.ownersOnly("rwx------"));
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		for (int tries = 0; tries < TRIES; tries++) {
			if (lock(channel)) {
				return channel;
			}
			rest();
		}
		channel.close();
		throw new IOException("another hjk is changing it");
	}

	private static boolean lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException _) {
			return false;
		}
	}

	private static void rest() throws IOException {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
