package com.headjack.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.headjack.store.StoreTimeoutException;

/**
 * A lock that keeps other processes from writing to a folder. The system releases it if
 * this process dies.
 */
final class FolderLock implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(5);

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Waits for the lock.
	 * @param channel the lock file; closed with the lock
	 * @param limit how long to wait
	 * @throws StoreTimeoutException if another process holds the lock all that time, or
	 * the wait is interrupted
	 */
	static FolderLock acquire(FileChannel channel, Duration limit) throws IOException {
		try {
			long end = System.nanoTime() + limit.toNanos();
			while (tryLock(channel) == null) {
				if (System.nanoTime() > end) {
					throw new StoreTimeoutException("another process is writing to the encrypted files",
							"try again when it is done");
				}
				pause();
			}
			return new FolderLock(channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static void pause() {
		try {
			TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreTimeoutException("the wait for another process was interrupted", "try again");
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The changes are made, and the system will release the lock.
		}
	}

}
