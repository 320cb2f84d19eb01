package com.headjack.store;

import java.io.IOException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.time.Duration;

import com.headjack.host.LockedFile;

/**
 * A lock that keeps other processes, and other commands of this one, from writing to a
 * store. The system releases it if this process dies.
 */
public final class StoreLock implements AutoCloseable {

	private final LockedFile file;

	private StoreLock(LockedFile file) {
		this.file = file;
	}

	/**
	 * Waits for the lock.
	 * @param file the lock file
	 * @param opening opens it
	 * @param limit how long to wait
	 * @param busy says that another process is writing
	 * @return the lock, which the caller closes
	 * @throws IOException if the file cannot be opened or locked
	 * @throws StoreTimeoutException if another one holds the lock all that time, or the
	 * wait is interrupted
	 */
	public static StoreLock acquire(Path file, LockedFile.Opening opening, Duration limit, String busy)
			throws IOException {
		try {
			return new StoreLock(LockedFile.within(limit, file, opening)
				.orElseThrow(() -> new StoreTimeoutException(busy, "try again when it is done")));
		}
		catch (FileLockInterruptionException ex) {
			throw new StoreTimeoutException("the wait for another process was interrupted", "try again");
		}
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			// The changes are made, and the system will release the lock.
		}
	}

}
