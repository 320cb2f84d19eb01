package com.headjack.resident;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The file that a resident process locks as long as it lives. It holds the process id,
 * and its time is that of the last start.
 *
 * @param file the file
 */
record ResidentLock(Path file) {

	/**
	 * A process that could not start is not started again for so long.
	 */
	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int LONGEST = 20;

	/**
	 * Locks the file for this process.
	 * @return the open file, which has the lock until it is closed, or null if another
	 * process has it
	 * @throws IOException if the file cannot be written
	 */
	@Nullable FileChannel take() throws IOException {
		FileChannel locked = locked(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		if (locked != null) {
			String pid = ProcessHandle.current().pid() + "\n";
			locked.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
		}
		return locked;
	}

	/**
	 * Whether a process has the lock.
	 */
	boolean held() throws IOException {
		if (!Files.exists(this.file, LinkOption.NOFOLLOW_LINKS)) {
			return false;
		}
		try (FileChannel locked = locked(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
			return locked == null;
		}
	}

	/**
	 * Opens and locks the file. To open a pipe would take forever.
	 */
	private @Nullable FileChannel locked(OpenOption... options) throws IOException {
		if (Files.exists(this.file, LinkOption.NOFOLLOW_LINKS)
				&& !Files.isRegularFile(this.file, LinkOption.NOFOLLOW_LINKS)) {
			throw new IOException(this.file + " is no regular file");
		}
		FileChannel channel = FileChannel.open(this.file, options);
		boolean locked = false;
		try {
			locked = channel.tryLock() != null;
		}
		catch (OverlappingFileLockException _) {
			// This process has the lock.
		}
		finally {
			if (!locked) {
				channel.close();
			}
		}
		return locked ? channel : null;
	}

	/**
	 * Whether no start has been tried just before, be it by a clock that was set since.
	 */
	boolean rested() throws IOException {
		if (!Files.exists(this.file)) {
			return true;
		}
		Instant tried = Files.getLastModifiedTime(this.file).toInstant();
		return Duration.between(tried, Instant.now()).abs().compareTo(PAUSE) > 0;
	}

	/**
	 * Remembers that a start is being tried.
	 */
	void touch() throws IOException {
		if (Files.exists(this.file)) {
			Files.setLastModifiedTime(this.file, FileTime.from(Instant.now()));
		}
	}

	/**
	 * Gives the lock back, and lets the next start be tried at once.
	 * @param locked what has the lock
	 */
	void release(FileChannel locked) throws IOException {
		if (Files.exists(this.file)) {
			Files.setLastModifiedTime(this.file, FileTime.from(Instant.EPOCH));
		}
		locked.close();
	}

	/**
	 * The id of the process that has the lock.
	 */
	Optional<String> pid() {
		try {
			return held() ? Optional.of(Files.readString(this.file, StandardCharsets.ISO_8859_1).strip())
				.filter((text) -> text.length() < LONGEST && text.matches("[0-9]+")) : Optional.empty();
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

}
