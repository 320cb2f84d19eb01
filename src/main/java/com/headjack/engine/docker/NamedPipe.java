package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import com.headjack.engine.docker.EngineAddress.Reach;
import com.headjack.foreign.NativeCallException;

/**
 * A connection through a Windows named pipe. Java's own files have no half-close.
 */
final class NamedPipe implements AutoCloseable {

	static final int BLOCK = 64 * 1024;

	private static final int ATTEMPTS = 60;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final PipeCalls calls;

	private final long handle;

	private final ReentrantLock reading = new ReentrantLock();

	private final ReentrantLock writing = new ReentrantLock();

	private volatile boolean closed;

	private NamedPipe(PipeCalls calls, long handle) {
		this.calls = calls;
		this.handle = handle;
	}

	/**
	 * Tries to connect.
	 * @param path the pipe, such as {@code //./pipe/docker_engine}
	 * @return the result
	 */
	static Reach reach(String path) {
		PipeCalls calls = PipeCalls.ofWindows();
		try {
			calls.close(calls.open(name(path)));
			return Reach.CONNECTS;
		}
		catch (NativeCallException ex) {
			return switch (ex.errno()) {
				case PipeCalls.FILE_NOT_FOUND -> Reach.MISSING;
				case PipeCalls.ACCESS_DENIED -> Reach.DENIED;
				case PipeCalls.PIPE_BUSY -> Reach.CONNECTS;
				default -> Reach.REFUSED;
			};
		}
	}

	/**
	 * Connects; retries for a moment if all instances of the pipe are busy.
	 * @param path the pipe, such as {@code //./pipe/docker_engine}
	 * @return the connection, to be closed
	 * @throws IOException if the pipe cannot be opened
	 */
	static NamedPipe open(String path) throws IOException {
		PipeCalls calls = PipeCalls.ofWindows();
		for (int attempt = 1;; attempt++) {
			try {
				return new NamedPipe(calls, calls.open(name(path)));
			}
			catch (NativeCallException ex) {
				if (ex.errno() != PipeCalls.PIPE_BUSY || attempt == ATTEMPTS) {
					throw new IOException(path + " cannot be opened", ex);
				}
			}
			pause();
		}
	}

	private static String name(String path) {
		return path.replace('/', '\\');
	}

	private static void pause() throws InterruptedIOException {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/**
	 * Waits for bytes.
	 * @return how many came, or -1 at the end of the input
	 */
	int read(byte[] bytes, int offset, int length) throws IOException {
		return transfer(this.reading, length, (block) -> {
			int read = received(block);
			MemorySegment.copy(block, ValueLayout.JAVA_BYTE, 0, bytes, offset, read);
			return (read == 0) ? -1 : read;
		});
	}

	private int received(MemorySegment block) {
		try {
			return this.calls.read(this.handle, block);
		}
		catch (NativeCallException ex) {
			if (ex.errno() == PipeCalls.BROKEN_PIPE || ex.errno() == PipeCalls.PIPE_NOT_CONNECTED) {
				return 0;
			}
			throw ex;
		}
	}

	void write(byte[] bytes, int offset, int length) throws IOException {
		transfer(this.writing, length, (block) -> {
			MemorySegment.copy(bytes, offset, block, ValueLayout.JAVA_BYTE, 0, length);
			return this.calls.write(this.handle, block);
		});
	}

	/**
	 * Ends the output. An empty message tells the other side.
	 */
	void endOutput() throws IOException {
		write(new byte[0], 0, 0);
	}

	private int transfer(ReentrantLock direction, int length, Transfer transfer) throws IOException {
		direction.lock();
		try (Arena arena = Arena.ofConfined()) {
			if (this.closed) {
				throw new IOException("the connection is closed");
			}
			MemorySegment block = arena.allocate(length);
			try {
				return transfer.of(block);
			}
			finally {
				block.fill((byte) 0);
			}
		}
		catch (NativeCallException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		finally {
			direction.unlock();
		}
	}

	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		end(this.reading);
		end(this.writing);
		this.calls.close(this.handle);
	}

	/**
	 * Cancels any transfer in one direction and waits until it has ended: a handle must
	 * not be closed while it is in use.
	 */
	private void end(ReentrantLock direction) {
		while (!direction.tryLock()) {
			try {
				this.calls.cancel(this.handle);
			}
			catch (NativeCallException _) {
				// The transfer has not begun to wait, or has ended.
			}
			LockSupport.parkNanos(1_000_000);
		}
		direction.unlock();
	}

	/**
	 * Moves bytes in one direction.
	 */
	@FunctionalInterface
	private interface Transfer {

		int of(MemorySegment block);

	}

}
