package com.headjack.resident;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The stdout or stderr of a client.
 */
final class ClientOutput extends OutputStream {

	private final OutputWindow window;

	/**
	 * The other stream, which may lead to the same place: the order is kept.
	 */
	private final OutputWindow other;

	ClientOutput(OutputWindow window, OutputWindow other) {
		this.window = window;
		this.other = other;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.other.settle();
		this.window.write(bytes, offset, length);
	}

	@Override
	public void flush() throws IOException {
		this.window.flush();
	}

}
