package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The input side of a named pipe.
 */
final class PipeInput extends InputStream {

	private final NamedPipe pipe;

	PipeInput(NamedPipe pipe) {
		this.pipe = pipe;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		return (length == 0) ? 0 : this.pipe.read(bytes, offset, Math.min(length, NamedPipe.BLOCK));
	}

	@Override
	public void close() {
		this.pipe.close();
	}

}
