package com.headjack.credential;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run of the characters that tokens and keys have, in a text.
 *
 * @param text its characters
 * @param start the index of its first character in the text
 * @param end the index after its last character
 */
record Word(String text, int start, int end) {

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+/~-]+=*");

	private static final Pattern EDGES = Pattern.compile("^[./+_~-]+|[./+~=]+$");

	private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Pattern DUMMY = Pattern.compile("\\.\\.|[xX]{8}|-[xX]{3,}=*$");

	private static final Pattern MASK_BEHIND = Pattern.compile("…|[*•●∙·]{3}");

	/**
	 * Finds the words of a text, except those that a mask hides the rest of.
	 * @return the words
	 */
	static List<Word> in(String text) {
		return WORD.matcher(text)
			.results()
			.map((match) -> new Word(match.group(), match.start(), match.end()))
			.filter((word) -> !word.isMasked(text))
			.toList();
	}

	private boolean isMasked(String whole) {
		return DUMMY.matcher(this.text).find()
				|| MASK_BEHIND.matcher(whole).region(this.end, whole.length()).lookingAt();
	}

	/**
	 * The ways to read this word: as it is, and without punctuation at its edges.
	 */
	Stream<String> readings() {
		return Stream.of(this.text, EDGES.matcher(this.text).replaceAll("")).distinct();
	}

	/**
	 * Whether it can be a piece of a token that was broken into lines.
	 */
	boolean isPiece() {
		return PIECE.matcher(this.text).matches();
	}

	boolean isIn(String key) {
		return key.contains(this.text);
	}

	boolean follows(Word other, String whole) {
		return whole.substring(other.end, this.start).isBlank();
	}

	@Override
	public String toString() {
		return "Word[" + this.start + "-" + this.end + "]";
	}

}
