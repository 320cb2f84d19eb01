package com.headjack.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The output side of a named pipe.
 */
final class PipeOutput extends OutputStream {

	private final NamedPipe pipe;

	PipeOutput(NamedPipe pipe) {
		this.pipe = pipe;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		int end = offset + length;
		for (int from = offset; from < end; from += NamedPipe.BLOCK) {
			this.pipe.write(bytes, from, Math.min(NamedPipe.BLOCK, end - from));
		}
	}

	@Override
	public void close() {
		this.pipe.close();
	}

}
