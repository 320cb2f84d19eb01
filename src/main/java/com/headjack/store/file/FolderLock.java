package com.headjack.store.file;

import java.io.IOException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.time.Duration;

import com.headjack.host.LockedFile;
import com.headjack.store.StoreTimeoutException;

/**
 * A lock that keeps other processes, and other commands of this one, from writing to a
 * folder. The system releases it if this process dies.
 */
final class FolderLock implements AutoCloseable {

	private final LockedFile file;

	private FolderLock(LockedFile file) {
		this.file = file;
	}

	/**
	 * Waits for the lock.
	 * @param file the lock file
	 * @param opening opens it
	 * @param limit how long to wait
	 * @throws StoreTimeoutException if another one holds the lock all that time, or the
	 * wait is interrupted
	 */
	static FolderLock acquire(Path file, LockedFile.Opening opening, Duration limit) throws IOException {
		try {
			return new FolderLock(LockedFile.within(limit, file, opening)
				.orElseThrow(() -> new StoreTimeoutException("another process is writing to the encrypted files",
						"try again when it is done")));
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
