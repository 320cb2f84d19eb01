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

/**
 * Lets one process of this machine at a time change what is in an instance.
 */
public final class InstanceLock implements AutoCloseable {

	private static final byte[] MARK = { '\n' };

	private final FileChannel channel;

	private final boolean first;

	private InstanceLock(FileChannel channel) throws IOException {
		this.channel = channel;
		channel.lock();
		this.first = channel.size() == 0;
	}

	/**
	 * Waits for the lock.
	 * @param file the file that is locked
	 * @return the lock, or empty if the file was made only now, or removed by the process
	 * that had the lock; then it is to be tried again
	 */
	static Optional<InstanceLock> acquire(Path file) {
		try {
			String before = identity(file);
			InstanceLock lock = new InstanceLock(
					FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
			// Nothing may open the file a second time: its end would be that of the lock.
			if (identity(file).equals(before)) {
				lock.channel.write(ByteBuffer.wrap(MARK), 0);
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
					"see that you may write there, and that there is room");
		}
	}

	/**
	 * What tells a file from another one that takes its place.
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
	 * Whether nobody has had it before.
	 */
	boolean first() {
		return this.first;
	}

	/**
	 * Lets the next one in.
	 */
	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
