package com.headjack.redaction;

import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

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

	private final @Nullable LetterPlaces writtenPlaces;

	private final @Nullable LetterPlaces shownPlaces;

	private long size;

	SecretScan(Words words, List<String> owners, @Nullable LongConsumer letters) {
		this.words = words;
		this.owners = owners;
		this.writtenPlaces = (letters != null) ? new LetterPlaces(words.longest(), letters) : null;
		this.shownPlaces = (letters != null) ? new LetterPlaces(words.longest(), letters) : null;
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
				long place = this.size + i - offset;
				this.written = step(this.written, octets[i], place, this.writtenPlaces);
				this.shown = text ? step(this.shown, octets[i], place, this.shownPlaces) : this.shown;
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

	private int step(int state, byte letter, long place, @Nullable LetterPlaces places) {
		int next = this.words.step(state, letter);
		int length = this.words.found(next);
		if (places != null) {
			places.add(place);
			places.tell(length);
		}
		if (length > 0) {
			this.found.add(this.owners.get(this.words.owner(next)));
		}
		return next;
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
