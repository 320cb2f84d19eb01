package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.headjack.text.VisibleText;

/**
 * Makes what libraries log visible, line by line.
 */
final class VisibleStream extends OutputStream {

	private final OutputStream target;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	VisibleStream(OutputStream target) {
		this.target = target;
	}

	@Override
	public synchronized void write(int octet) throws IOException {
		this.line.write(octet);
		if (octet == '\n') {
			flush();
		}
	}

	@Override
	public synchronized void flush() throws IOException {
		String text = VisibleText.lines(this.line.toString(StandardCharsets.UTF_8));
		this.line.reset();
		this.target.write(text.getBytes(StandardCharsets.UTF_8));
		this.target.flush();
	}

}
