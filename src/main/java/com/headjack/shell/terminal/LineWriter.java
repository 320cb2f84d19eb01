package com.headjack.shell.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import com.headjack.screen.LineSink;

/**
 * Writes lines in batches.
 */
public final class LineWriter implements LineSink {

	private static final int BLOCK = 64 * 1024;

	private final Writer writer;

	public LineWriter(OutputStream target) {
		this.writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), BLOCK);
	}

	@Override
	public void line(String text, boolean goesOn) {
		try {
			this.writer.write(text);
			if (!goesOn) {
				this.writer.write('\n');
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void flush() throws IOException {
		this.writer.flush();
	}

}
