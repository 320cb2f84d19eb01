package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;

/**
 * The stdin of a client.
 */
final class ClientInput extends InputStream {

	private static final int MOST = 64 * 1024;

	private final ClientCall call;

	ClientInput(ClientCall call) {
		this.call = call;
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
		Frame answer = this.call.ask(new Frame(FrameKind.READ, new Content().number(Math.min(length, MOST))));
		if (answer.kind() == FrameKind.UNREADABLE) {
			throw new IOException(answer.content().text());
		}
		byte[] bytes = answer.content().bytes();
		System.arraycopy(bytes, 0, target, offset, bytes.length);
		return (bytes.length > 0) ? bytes.length : -1;
	}

}
