package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;

/**
 * The stdin of a client.
 */
final class ClientInput extends InputStream {

	private static final int MOST = 64 * 1024;

	private final ClientCall call;

	private final boolean terminal;

	/**
	 * Creates the stream.
	 * @param call asks the client
	 * @param terminal whether it is a terminal
	 */
	ClientInput(ClientCall call, boolean terminal) {
		this.call = call;
		this.terminal = terminal;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		byte[] bytes = bytes(this.call.ask(question(Math.min(length, MOST))));
		System.arraycopy(bytes, 0, target, offset, bytes.length);
		return (bytes.length > 0) ? bytes.length : -1;
	}

	/**
	 * {@inheritDoc} Who wants everything gets the next bytes while the last ones are
	 * written. At a terminal, that would take keys from behind the end.
	 */
	@Override
	public long transferTo(OutputStream target) throws IOException {
		if (this.terminal) {
			return super.transferTo(target);
		}
		AtomicLong count = new AtomicLong();
		this.call.askOn(question(MOST), (answer) -> {
			byte[] bytes = bytes(answer);
			target.write(bytes);
			count.addAndGet(bytes.length);
			return bytes.length > 0;
		});
		return count.get();
	}

	private static Frame question(int most) {
		return new Frame(FrameKind.READ, new Content().number(most));
	}

	private static byte[] bytes(Frame answer) throws IOException {
		if (answer.kind() == FrameKind.UNREADABLE) {
			throw new IOException(answer.content().text());
		}
		return answer.content().bytes();
	}

}
