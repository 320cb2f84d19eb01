package com.headjack.resident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;

/**
 * The bytes that are on their way to stdout or stderr of a client: a limited number,
 * however slow the client writes. Small writes go together as long as others are on their
 * way.
 */
final class OutputWindow {

	/**
	 * How many bytes may be on their way.
	 */
	private static final int SIZE = 256 * 1024;

	/**
	 * How many bytes go together at most.
	 */
	private static final int BLOCK = 64 * 1024;

	/**
	 * How long a client may take for the next bytes, in milliseconds, before it counts as
	 * held up.
	 */
	private static final long PATIENCE = 1000;

	private final FrameSender sender;

	private final int stream;

	private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

	private long taken;

	private long sent;

	private long written;

	private int failures;

	private @Nullable String failure;

	private boolean gone;

	OutputWindow(FrameSender sender, int stream) {
		this.sender = sender;
		this.stream = stream;
	}

	/**
	 * Takes bytes, and waits before that until there is room for them.
	 * @throws IOException if writing the bytes before them failed, or the client is gone
	 */
	synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		for (int done = 0; done < length; done += BLOCK) {
			take(bytes, offset + done, Math.min(BLOCK, length - done));
		}
	}

	private void take(byte[] bytes, int offset, int length) throws IOException {
		await(this.taken + length - SIZE);
		if (this.gathered.size() + length > BLOCK) {
			send();
		}
		this.gathered.write(bytes, offset, length);
		this.taken += length;
		if (this.written == this.sent) {
			send();
		}
	}

	private void send() {
		byte[] bytes = this.gathered.toByteArray();
		this.gathered.reset();
		if (bytes.length > 0) {
			this.sent += bytes.length;
			this.sender.send(new Frame(FrameKind.WRITE,
					new Content().number(this.stream).number(this.failures).put(bytes, 0, bytes.length)));
		}
	}

	/**
	 * Waits until the client has written everything.
	 * @throws IOException if that failed, or the client is gone
	 */
	synchronized void flush() throws IOException {
		await(this.taken);
	}

	/**
	 * Waits until so many bytes are written. As at a stream of the system, an interrupt
	 * takes effect afterwards.
	 */
	private void await(long goal) throws IOException {
		boolean interrupted = false;
		while (this.written < goal && this.failure == null && !this.gone) {
			try {
				wait();
			}
			catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		require();
	}

	private void require() throws IOException {
		String reason = this.failure;
		this.failure = null;
		if (this.gone) {
			throw new ClientGoneException();
		}
		if (reason != null) {
			throw new IOException(reason);
		}
	}

	/**
	 * Waits until the client has written what was sent before, unless it is held up.
	 */
	synchronized void settle() {
		long goal = this.taken;
		long before = -1;
		boolean interrupted = false;
		while (this.written < goal && this.written > before && !this.gone) {
			before = this.written;
			try {
				wait(PATIENCE);
			}
			catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Takes the client's answer.
	 */
	synchronized void answer(Content answer) {
		this.written += answer.number();
		String reason = answer.text();
		if (!reason.isEmpty()) {
			this.failures++;
			this.failure = reason;
			this.sent += this.gathered.size();
			this.written += this.gathered.size();
			this.gathered.reset();
		}
		if (this.written == this.sent) {
			send();
		}
		notifyAll();
	}

	/**
	 * Ends the waiting, now and for good.
	 */
	synchronized void end() {
		this.gone = true;
		notifyAll();
	}

}
