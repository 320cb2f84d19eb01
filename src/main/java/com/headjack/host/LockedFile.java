package com.headjack.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A file that is locked against other processes, and against other commands of this
 * process. The system releases the lock if this process dies.
 */
public final class LockedFile implements AutoCloseable {

	private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

	private static final Duration PAUSE = Duration.ofMillis(5);

	private final FileTurn turn;

	private final FileChannel channel;

	private LockedFile(FileTurn turn, FileChannel channel) {
		this.turn = turn;
		this.channel = channel;
	}

	/**
	 * Waits for the lock.
	 * @param file the file; its folder must exist
	 * @param opening opens the file for writing
	 * @return the locked file, which the caller closes
	 * @throws IOException if the file cannot be opened or locked, or the wait is
	 * interrupted
	 * @throws java.nio.channels.OverlappingFileLockException if this thread has the lock
	 */
	public static LockedFile of(Path file, Opening opening) throws IOException {
		return within(FOREVER, file, opening).orElseThrow();
	}

	/**
	 * Waits for the lock for some time.
	 * @param limit how long to wait
	 * @param file the file; its folder must exist
	 * @param opening opens the file for writing
	 * @return the locked file, which the caller closes, or empty if another one has the
	 * lock all that time
	 * @throws IOException if the file cannot be opened or locked, or the wait is
	 * interrupted
	 * @throws java.nio.channels.OverlappingFileLockException if this thread has the lock
	 */
	public static Optional<LockedFile> within(Duration limit, Path file, Opening opening) throws IOException {
		long start = System.nanoTime();
		FileTurn turn = FileTurn.of(file, limit);
		if (turn == null) {
			return Optional.empty();
		}
		FileChannel channel = null;
		boolean locked = false;
		try {
			channel = opening.open();
			locked = lock(channel, limit, start);
			return locked ? Optional.of(new LockedFile(turn, channel)) : Optional.empty();
		}
		finally {
			if (!locked) {
				close(channel, turn);
			}
		}
	}

	private static boolean lock(FileChannel channel, Duration limit, long start) throws IOException {
		if (limit.equals(FOREVER)) {
			return channel.lock().isValid();
		}
		FileLock lock = channel.tryLock();
		while (lock == null && System.nanoTime() - start < limit.toNanos()) {
			pause();
			lock = channel.tryLock();
		}
		return lock != null;
	}

	private static void pause() throws IOException {
		try {
			TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
		}
		catch (InterruptedException _) {
			throw FileTurn.interrupted();
		}
	}

	private static void close(@Nullable FileChannel channel, FileTurn turn) throws IOException {
		try (FileTurn _ = turn) {
			if (channel != null) {
				channel.close();
			}
		}
	}

	/**
	 * Returns the open file. It must not be opened a second time: the close of that would
	 * release the lock.
	 * @return the channel, which is closed with this
	 */
	public FileChannel channel() {
		return this.channel;
	}

	/**
	 * Releases the lock.
	 */
	@Override
	public void close() throws IOException {
		close(this.channel, this.turn);
	}

	/**
	 * Opens a file.
	 */
	@FunctionalInterface
	public interface Opening {

		/**
		 * Opens the file.
		 * @return the open file
		 * @throws IOException if it cannot be opened
		 */
		FileChannel open() throws IOException;

	}

}
