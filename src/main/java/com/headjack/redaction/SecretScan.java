package com.headjack.redaction;

import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Searches what is written to it, as it is and as a terminal shows it.
 */
public final class SecretScan extends OutputStream {

	private final Words words;

	private final List<String> owners;

	private final Visibility visibility = new Visibility();

	private final SequencedSet<String> found = new TreeSet<>();

	private int written = Words.START;

	private int shown = Words.START;

	private long size;

	SecretScan(Words words, List<String> owners) {
		this.words = words;
		this.owners = owners;
	}

	@Override
	public void write(int octet) {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] octets, int offset, int count) {
		Objects.checkFromIndexSize(offset, count, octets.length);
		int end = offset + count;
		for (int i = idle(octets, offset, end); i < end; i = idle(octets, i + 1, end)) {
			boolean text = this.visibility.take(octets[i]) == Visibility.Part.TEXT;
			if (Words.isLetter(octets[i])) {
				this.written = find(this.words.step(this.written, octets[i]));
				this.shown = text ? find(this.words.step(this.shown, octets[i])) : this.shown;
			}
		}
		this.size += count;
	}

	private int idle(byte[] octets, int from, int end) {
		int next = from;
		if (this.written == Words.START && this.shown == Words.START && this.visibility.isText()) {
			while (next < end && Visibility.stays(octets[next]) && this.words.isIdle(octets[next])) {
				next++;
			}
		}
		return next;
	}

	private int find(int state) {
		if (this.words.found(state) > 0) {
			this.found.add(this.owners.get(this.words.owner(state)));
		}
		return state;
	}

	/**
	 * Returns whose secrets were found so far.
	 * @return the owners, in the order of their names
	 */
	public List<String> found() {
		return List.copyOf(this.found);
	}

	/**
	 * Returns how much was searched.
	 * @return the number of bytes
	 */
	public long size() {
		return this.size;
	}

}
