package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.host.LockedFile;

/**
 * A lock that lets only one command of this machine at a time change an instance.
 */
public final class InstanceLock implements AutoCloseable {

	private static final byte[] MARK = { '\n' };

	private final LockedFile file;

	private final boolean first;

	private InstanceLock(LockedFile file) throws IOException {
		this.file = file;
		this.first = file.channel().size() == 0;
	}

	/**
	 * Waits for the lock.
	 * @param file the file to lock
	 * @return the lock, or empty if the file has just been created, or was removed by the
	 * command that held the lock; then the caller tries again
	 */
	static Optional<InstanceLock> acquire(Path file) {
		try {
			String before = identity(file);
			InstanceLock lock = new InstanceLock(LockedFile.of(file,
					() -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
			if (identity(file).equals(before)) {
				lock.file.channel().write(ByteBuffer.wrap(MARK), 0);
				return Optional.of(lock);
			}
			lock.close();
			return Optional.empty();
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot lock the instance: " + ex.getMessage(),
					"make sure that you may write there, and that there is room");
		}
	}

	/**
	 * Returns the identity of a file, to notice when another file has taken its place;
	 * empty if there is no file.
	 */
	private static String identity(Path file) throws IOException {
		try {
			return String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
		}
		catch (NoSuchFileException _) {
			return "";
		}
	}

	/**
	 * Returns whether this is the first lock on the file.
	 */
	boolean first() {
		return this.first;
	}

	/**
	 * Releases the lock.
	 */
	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
