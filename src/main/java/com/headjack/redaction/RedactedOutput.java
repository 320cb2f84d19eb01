package com.headjack.redaction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Passes on output without the secrets in it, also where blanks, line breaks, control
 * sequences or characters beyond ASCII stand within one. What may be the beginning of a
 * secret is held back until it is known.
 */
public final class RedactedOutput extends OutputStream {

	private static final int BLOCK = 64 * 1024;

	/**
	 * The most bytes that are held back; a secret that is longer with all that stands
	 * within it is not recognised.
	 */
	private static final int MOST = 1024 * 1024;

	private final Supplier<Redaction> redaction;

	private final OutputStream target;

	private final Visibility visibility = new Visibility();

	private final Held held = new Held();

	private @Nullable Redaction known;

	private int text = Words.START;

	private int string = Words.START;

	/**
	 * Creates a stream.
	 * @param redaction gives the secrets when the first byte is written
	 * @param target receives what is left, and stays open
	 */
	public RedactedOutput(Supplier<Redaction> redaction, OutputStream target) {
		this.redaction = redaction;
		this.target = target;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] octets, int offset, int count) throws IOException {
		Objects.checkFromIndexSize(offset, count, octets.length);
		if (count > 0 && redaction().isEmpty()) {
			this.target.write(octets, offset, count);
			return;
		}
		for (int done = 0; done < count; done += BLOCK) {
			take(octets, offset + done, Math.min(BLOCK, count - done));
			pass(begun());
		}
	}

	private Redaction redaction() {
		Redaction redaction = this.known;
		if (redaction == null) {
			redaction = this.redaction.get();
			this.known = redaction;
		}
		return redaction;
	}

	/**
	 * Whether text can be left as it is: nothing is held back, and the text neither holds
	 * a secret nor ends like the beginning of one.
	 * @param text text without control characters
	 * @return whether {@link #write} would pass it on at once and unchanged
	 */
	public boolean leaves(CharSequence text) {
		return this.held.end() == 0 && this.text == Words.START && redaction().words().ignore(text);
	}

	/**
	 * Takes output that comes before what is shown: only a secret that goes on in what is
	 * shown matters.
	 * @param octets the output
	 * @throws IOException never
	 */
	public void skip(byte[] octets) throws IOException {
		if (octets.length > 0 && !redaction().isEmpty()) {
			take(octets, 0, octets.length);
			this.held.skip();
		}
	}

	private void take(byte[] octets, int offset, int count) {
		this.held.append(octets, offset, count);
		Words words = redaction().words();
		int end = this.held.end();
		for (int i = idle(words, end - count); i < end; i = idle(words, i + 1)) {
			byte value = this.held.octet(i);
			switch (this.visibility.take(value)) {
				case TEXT -> {
					if (Words.isLetter(value)) {
						this.text = words.step(this.text, value);
						this.held.letter(i, Held.TEXT);
						find(words, this.text, i, Held.TEXT);
					}
				}
				case STRING -> {
					if (Words.isLetter(value)) {
						this.string = words.step(this.string, value);
						this.held.letter(i, Held.STRING);
						find(words, this.string, i, Held.STRING);
					}
				}
				case CONTROL -> this.string = Words.START;
			}
		}
	}

	/**
	 * Skips text in which nothing begins.
	 */
	private int idle(Words words, int from) {
		int next = from;
		if (this.text == Words.START && this.visibility.isText()) {
			while (next < this.held.end() && Visibility.stays(this.held.octet(next))
					&& words.isIdle(this.held.octet(next))) {
				next++;
			}
		}
		return next;
	}

	private void find(Words words, int state, int last, byte kind) {
		int length = words.found(state);
		if (length > 0) {
			this.held.hide(this.held.first(kind, length, last + 1), last + 1, kind, words.owner(state));
		}
	}

	/**
	 * Returns the position of the first byte that may begin a secret.
	 */
	private int begun() {
		Words words = redaction().words();
		int end = this.held.end();
		return Math.min(this.held.first(Held.TEXT, words.depth(this.text), end),
				this.held.first(Held.STRING, words.depth(this.string), end));
	}

	private void pass(int end) throws IOException {
		int most = this.held.end() - MOST;
		this.held.pass(Math.max(end, most), redaction(), this.target);
	}

	/**
	 * Passes on what is held back if it is only a short beginning of a secret, since no
	 * more output may come for a while. The rest of that secret is hidden all the same.
	 * @throws IOException if the target fails
	 */
	public void settle() throws IOException {
		if (this.held.end() == 0) {
			return;
		}
		Words words = redaction().words();
		if (Math.max(words.depth(this.text), words.depth(this.string)) < Words.SHORTEST) {
			release();
		}
	}

	private void release() throws IOException {
		if (this.held.end() > 0) {
			this.held.pass(this.held.end(), redaction(), this.target);
		}
	}

	@Override
	public void flush() throws IOException {
		this.target.flush();
	}

	/**
	 * Passes on all that is held back. The target stays open.
	 */
	@Override
	public void close() throws IOException {
		release();
		this.target.flush();
	}

}
