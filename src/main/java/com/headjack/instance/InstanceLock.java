package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.headjack.failure.FailureKind;

/**
 * Lets one process of this machine at a time change what is in an instance.
 */
public final class InstanceLock implements AutoCloseable {

	private final FileChannel channel;

	private InstanceLock(FileChannel channel) {
		this.channel = channel;
	}

	static InstanceLock acquire(Path file) {
		try {
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			channel.lock();
			return new InstanceLock(channel);
		}
		catch (IOException ex) {
			throw new InstanceException(FailureKind.FAILED, "cannot lock the instance: " + ex.getMessage(),
					"see that you may write there, and that there is room");
		}
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
