package com.headjack.redaction;

import java.util.Arrays;

/**
 * The secrets as an automaton of Aho and Corasick: it takes one byte after the other, and
 * knows at each which is the longest beginning of a secret that ends there. It knows
 * printable ASCII without the blank alone; secrets are looked for without their other
 * bytes.
 */
final class Words {

	/**
	 * The fewest bytes of a secret that is looked for.
	 */
	static final int SHORTEST = 8;

	static final int START = 0;

	private static final int FIRST = '!';

	private static final int LAST = '~';

	private final int[] beginnings = new int[LAST + 1];

	private byte[] labels = new byte[256];

	private int[] child = new int[256];

	private int[] sibling = new int[256];

	private int[] depth = new int[256];

	private int[] fallback = new int[256];

	private int[] found = new int[256];

	private int[] owner = new int[256];

	private int states = 1;

	private int longest;

	/**
	 * Whether the automaton knows a byte.
	 */
	static boolean isLetter(byte value) {
		return value >= FIRST && value <= LAST;
	}

	/**
	 * Whether a secret is long enough to be looked for.
	 */
	static boolean isLongEnough(byte[] secret) {
		int count = 0;
		for (byte value : secret) {
			count += isLetter(value) ? 1 : 0;
		}
		return count >= SHORTEST;
	}

	/**
	 * Adds a secret, if it is long enough.
	 */
	void add(byte[] secret, int owner) {
		byte[] letters = letters(secret);
		if (letters.length >= SHORTEST) {
			end(beginning(letters), letters.length, owner);
			this.longest = Math.max(this.longest, letters.length);
		}
		Arrays.fill(letters, (byte) 0);
	}

	private int beginning(byte[] letters) {
		int state = START;
		for (byte letter : letters) {
			int next = next(state, letter);
			state = (next != START) ? next : grow(state, letter);
		}
		return state;
	}

	/**
	 * Marks the end of a secret. Of two equal ones the first one counts.
	 */
	private void end(int state, int length, int owner) {
		if (this.found[state] == 0) {
			this.found[state] = length;
			this.owner[state] = owner;
		}
	}

	private static byte[] letters(byte[] secret) {
		byte[] letters = new byte[secret.length];
		int count = 0;
		for (byte value : secret) {
			if (isLetter(value)) {
				letters[count++] = value;
			}
		}
		byte[] result = Arrays.copyOf(letters, count);
		Arrays.fill(letters, (byte) 0);
		return result;
	}

	private int grow(int parent, byte letter) {
		if (this.states == this.labels.length) {
			enlarge();
		}
		int state = this.states++;
		this.labels[state] = letter;
		this.depth[state] = this.depth[parent] + 1;
		if (parent == START) {
			this.beginnings[letter] = state;
		}
		else {
			this.sibling[state] = this.child[parent];
			this.child[parent] = state;
		}
		return state;
	}

	private void enlarge() {
		int size = this.states * 2;
		byte[] before = this.labels;
		this.labels = Arrays.copyOf(before, size);
		Arrays.fill(before, (byte) 0);
		this.child = Arrays.copyOf(this.child, size);
		this.sibling = Arrays.copyOf(this.sibling, size);
		this.depth = Arrays.copyOf(this.depth, size);
		this.fallback = Arrays.copyOf(this.fallback, size);
		this.found = Arrays.copyOf(this.found, size);
		this.owner = Arrays.copyOf(this.owner, size);
	}

	/**
	 * Makes it ready, after the last secret was added.
	 */
	Words ready() {
		int[] queue = new int[this.states];
		int end = 0;
		for (int state : this.beginnings) {
			if (state != START) {
				queue[end++] = state;
			}
		}
		for (int i = 0; i < end; i++) {
			for (int state = this.child[queue[i]]; state != START; state = this.sibling[state]) {
				fallBack(state, step(this.fallback[queue[i]], this.labels[state]));
				queue[end++] = state;
			}
		}
		return this;
	}

	private void fallBack(int state, int to) {
		this.fallback[state] = to;
		end(state, this.found[to], this.owner[to]);
	}

	private int next(int state, byte letter) {
		if (state == START) {
			return this.beginnings[letter];
		}
		int next = this.child[state];
		while (next != START && this.labels[next] != letter) {
			next = this.sibling[next];
		}
		return next;
	}

	/**
	 * Takes a letter.
	 * @return the next state
	 */
	int step(int state, byte letter) {
		int from = state;
		int next = next(from, letter);
		while (next == START && from != START) {
			from = this.fallback[from];
			next = next(from, letter);
		}
		return next;
	}

	/**
	 * Whether a byte leaves the automaton where it starts.
	 */
	boolean isIdle(byte value) {
		return value < 0 || value > LAST || this.beginnings[value] == START;
	}

	/**
	 * Whether there is neither a secret in a text nor the beginning of one at its end.
	 */
	boolean ignore(CharSequence text) {
		int state = START;
		for (int i = 0; i < text.length(); i++) {
			char value = text.charAt(i);
			if (value >= FIRST && value <= LAST) {
				state = step(state, (byte) value);
				if (this.found[state] > 0) {
					return false;
				}
			}
		}
		return state == START;
	}

	/**
	 * Returns the length of the beginning of a secret that ends here.
	 */
	int depth(int state) {
		return this.depth[state];
	}

	/**
	 * Returns the length of the longest secret that ends here, or 0.
	 */
	int found(int state) {
		return this.found[state];
	}

	/**
	 * Returns whose secret ends here.
	 */
	int owner(int state) {
		return this.owner[state];
	}

	/**
	 * Returns the length of the longest secret.
	 */
	int longest() {
		return this.longest;
	}

	boolean isEmpty() {
		return this.states == 1;
	}

	void wipe() {
		Arrays.fill(this.labels, (byte) 0);
	}

}
