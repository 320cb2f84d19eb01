package com.headjack.host;

import java.io.IOException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The turn of one thread of this process to lock a file. The operating system gives a
 * lock to a process, not to a thread, and takes it away as soon as the process closes any
 * channel of the file.
 */
final class FileTurn implements AutoCloseable {

	/**
	 * The files that a thread has or waits for: all that the commands of one process have
	 * in common.
	 */
	private static final Map<Object, FileTurn> TURNS = new ConcurrentHashMap<>();

	private final Object file;

	private final Semaphore free = new Semaphore(1, true);

	private int users;

	private volatile @Nullable Thread owner;

	private FileTurn(Object file) {
		this.file = file;
	}

	/**
	 * Waits for the turn.
	 * @return the turn, or {@code null} if another thread has it all that time
	 */
	static @Nullable FileTurn of(Path file, Duration limit) throws IOException {
		Path folder = file.getParent();
		if (folder == null) {
			throw new NoSuchFileException(file.toString(), null, "is in no folder");
		}
		FileTurn turn = TURNS.compute(key(folder, file.getFileName()),
				(key, known) -> used((known != null) ? known : new FileTurn(key)));
		if (turn.taken(limit)) {
			return turn;
		}
		turn.forget();
		return null;
	}

	/**
	 * What is the same for each path of a file, whether the file is there or not.
	 */
	private static Object key(Path folder, Path name) throws IOException {
		Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
		return List.of((key != null) ? key : folder.toRealPath(), name);
	}

	private static FileTurn used(FileTurn turn) {
		turn.users++;
		return turn;
	}

	private boolean taken(Duration limit) throws IOException {
		if (this.owner == Thread.currentThread()) {
			forget();
			throw new OverlappingFileLockException();
		}
		try {
			boolean taken = this.free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
			if (taken) {
				this.owner = Thread.currentThread();
			}
			return taken;
		}
		catch (InterruptedException _) {
			forget();
			throw interrupted();
		}
	}

	static IOException interrupted() {
		Thread.currentThread().interrupt();
		return new FileLockInterruptionException();
	}

	private void forget() {
		TURNS.computeIfPresent(this.file, (_, turn) -> (--turn.users == 0) ? null : turn);
	}

	@Override
	public void close() {
		this.owner = null;
		this.free.release();
		forget();
	}

}
