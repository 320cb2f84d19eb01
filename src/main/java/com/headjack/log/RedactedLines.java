package com.headjack.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import com.headjack.redaction.RedactedOutput;
import com.headjack.redaction.Redaction;
import com.headjack.screen.LineSink;

/**
 * Passes on lines without the secrets in them, also where a secret stands in several.
 */
final class RedactedLines implements LineSink {

	private static final int END = '\n';

	private final RedactedOutput redacted;

	private final Splitter splitter;

	/**
	 * Creates a sink.
	 * @param redaction gives the secrets when there is the first line
	 */
	RedactedLines(Supplier<Redaction> redaction, LineSink target) {
		this.splitter = new Splitter(target);
		this.redacted = new RedactedOutput(redaction, this.splitter);
	}

	@Override
	public void line(String text, boolean goesOn) {
		if (this.redacted.leaves(text)) {
			this.splitter.target.line(text, goesOn);
			return;
		}
		byte[] line = (goesOn ? text : text + (char) END).getBytes(StandardCharsets.UTF_8);
		try {
			this.redacted.write(line, 0, line.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Passes on what is held back as the beginning of a secret, unless it is a long one.
	 */
	void settle() throws IOException {
		this.redacted.settle();
	}

	/**
	 * Passes on all that is held back.
	 */
	void finish() throws IOException {
		this.redacted.close();
	}

	/**
	 * Makes lines of bytes. It gets only whole characters.
	 */
	private static final class Splitter extends OutputStream {

		private final ByteArrayOutputStream line = new ByteArrayOutputStream();

		private final LineSink target;

		Splitter(LineSink target) {
			this.target = target;
		}

		@Override
		public void write(int octet) {
			write(new byte[] { (byte) octet }, 0, 1);
		}

		@Override
		public void write(byte[] octets, int offset, int count) {
			int done = offset;
			for (int i = offset; i < offset + count; i++) {
				if (octets[i] == END) {
					this.line.write(octets, done, i - done);
					give(false);
					done = i + 1;
				}
			}
			this.line.write(octets, done, offset + count - done);
			if (this.line.size() > 0) {
				give(true);
			}
		}

		private void give(boolean goesOn) {
			this.target.line(this.line.toString(StandardCharsets.UTF_8), goesOn);
			this.line.reset();
		}

	}

}
