package com.headjack.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ImageBuild;

/**
 * The archive of a build's context, written while it is read.
 */
final class ContextStream extends FilterInputStream {

	private static final int BUFFER = 256 * 1024;

	private volatile @Nullable IOException failure;

	private ContextStream(PipedInputStream pipe) {
		super(pipe);
	}

	static ContextStream of(ImageBuild build) throws IOException {
		PipedInputStream pipe = new PipedInputStream(BUFFER);
		PipedOutputStream target = new PipedOutputStream(pipe);
		ContextStream stream = new ContextStream(pipe);
		Thread.ofPlatform().daemon().name("build-context").start(() -> stream.run(build, target));
		return stream;
	}

	private void run(ImageBuild build, PipedOutputStream target) {
		try (target) {
			write(build, target);
		}
		catch (IOException ex) {
			this.failure = ex;
		}
	}

	/**
	 * Keeps the failure before the end of the archive can be seen.
	 */
	private void write(ImageBuild build, OutputStream target) {
		try {
			ContextArchive.write(build, target);
		}
		catch (IOException ex) {
			this.failure = ex;
		}
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int count = super.read(bytes, offset, length);
		IOException reason = this.failure;
		if (count < 0 && reason != null) {
			throw reason;
		}
		return count;
	}

	/**
	 * Why the archive is not complete.
	 */
	Optional<IOException> failure() {
		return Optional.ofNullable(this.failure);
	}

}
