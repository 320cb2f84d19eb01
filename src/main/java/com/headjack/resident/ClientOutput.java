package com.headjack.resident;

import java.io.IOException;
import java.io.OutputStream;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;

/**
 * The stdout or stderr of a client.
 */
final class ClientOutput extends OutputStream {

	private static final int MOST = 1024 * 1024;

	private final ClientCall call;

	private final int stream;

	ClientOutput(ClientCall call, int stream) {
		this.call = call;
		this.stream = stream;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		for (int done = 0; done < length; done += MOST) {
			pass(bytes, offset + done, Math.min(MOST, length - done));
		}
	}

	private void pass(byte[] bytes, int offset, int length) throws IOException {
		Content content = new Content().number(this.stream).bytes(bytes, offset, length);
		String failure = this.call.ask(new Frame(FrameKind.WRITE, content)).content().text();
		if (!failure.isEmpty()) {
			throw new IOException(failure);
		}
	}

}
