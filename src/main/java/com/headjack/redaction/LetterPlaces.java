package com.headjack.redaction;

import java.util.function.LongConsumer;

/**
 * Remembers where the last letters stood, as many as the longest secret has.
 */
final class LetterPlaces {

	private final long[] places;

	private final LongConsumer target;

	private long count;

	LetterPlaces(int longest, LongConsumer target) {
		this.places = new long[Math.max(1, longest)];
		this.target = target;
	}

	void add(long place) {
		this.places[(int) (this.count % this.places.length)] = place;
		this.count++;
	}

	/**
	 * Passes on the places of the last letters, the first one first.
	 */
	void tell(int length) {
		for (long i = this.count - length; i < this.count; i++) {
			this.target.accept(this.places[(int) (i % this.places.length)]);
		}
	}

}
