package com.headjack.credential;

import java.util.List;
import java.util.Optional;

import com.headjack.agent.KnownToken;

/**
 * A token that a terminal broke into lines.
 *
 * @param text the token
 * @param pieces the number of words that it was broken into
 * @param end the index after the last piece
 */
record Broken(String text, int pieces, int end) {

	private static final int MOST = 8;

	/**
	 * Joins the first words of a list to a token.
	 * @param words the words
	 * @param text the text that they are in
	 * @param form the form of the wanted token
	 * @return the token, or empty if the first word is no piece of one, or it is not sure
	 * what belongs to it
	 */
	static Optional<Broken> join(List<Word> words, String text, KeyForm form) {
		Word first = words.getFirst();
		if (!first.isPiece() || isWhole(first.text(), form) || form.isOpen(first.text())) {
			return Optional.empty();
		}
		StringBuilder joined = new StringBuilder(first.text());
		for (int i = 1; i < Math.min(words.size(), MOST) && belongs(words, i, text, form); i++) {
			joined.append(words.get(i).text());
			Broken token = new Broken(joined.toString(), i + 1, words.get(i).end());
			if (isWhole(token.text, form) && token.isSure(words, text, form)) {
				return Optional.of(token);
			}
		}
		return Optional.empty();
	}

	private static boolean belongs(List<Word> words, int index, String text, KeyForm form) {
		Word word = words.get(index);
		return word.isPiece() && word.follows(words.get(index - 1), text) && form.known().token(word.text()).isEmpty();
	}

	private static boolean isWhole(String text, KeyForm form) {
		return form.matches(text) && form.cut(text).isEmpty() && !form.isOpen(text);
	}

	/**
	 * The length is exactly a known one, or there is nothing else in the text.
	 */
	private boolean isSure(List<Word> words, String text, KeyForm form) {
		Optional<KnownToken> kind = form.known().token(this.text);
		return kind.filter((token) -> token.lengths().contains(this.text.length())).isPresent()
				|| (isAll(words, text) && kind.map(this::isNotTooLong).orElse(true));
	}

	private boolean isAll(List<Word> words, String text) {
		return this.pieces == words.size() && text.substring(this.end).isBlank();
	}

	private boolean isNotTooLong(KnownToken kind) {
		return kind.lengths().isEmpty() || this.text.length() <= kind.longest();
	}

	@Override
	public String toString() {
		return "Broken[pieces=" + this.pieces + "]";
	}

}
