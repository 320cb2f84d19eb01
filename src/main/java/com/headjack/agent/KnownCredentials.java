package com.headjack.agent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of tokens and texts that users confuse with the credential of an agent.
 *
 * @param widths the widths of terminals, in characters
 * @param tokens the kinds of tokens, the special ones first
 * @param texts the kinds of texts, the special ones first
 */
public record KnownCredentials(List<Integer> widths, List<KnownToken> tokens, List<KnownText> texts) {

	public KnownCredentials {
		widths = List.copyOf(widths);
		tokens = List.copyOf(tokens);
		texts = List.copyOf(texts);
	}

	/**
	 * Finds the kind of a token.
	 * @param word the token
	 * @return its kind, or empty if it is not known
	 */
	public Optional<KnownToken> token(String word) {
		return this.tokens.stream().filter((token) -> token.matches(word)).findFirst();
	}

	/**
	 * Finds the kinds of a text.
	 * @param text the text
	 * @return its kinds
	 */
	public Stream<KnownText> texts(String text) {
		return this.texts.stream().filter((known) -> known.matches(text));
	}

	/**
	 * Finds the kind of a token that lacks its end.
	 * @param word the token
	 * @return its kind, or empty if the token may be whole
	 */
	public Optional<KnownToken> cut(String word) {
		return token(word).filter((token) -> word.length() < token.shortest() || endsAtAnEdge(token, word.length()));
	}

	/**
	 * Finds the kind of a token that holds more than a token.
	 * @param word the token
	 * @return its kind, or empty if the token may be one
	 */
	public Optional<KnownToken> overlong(String word) {
		return token(word).filter((token) -> token.hasOneLength() && word.length() > token.longest());
	}

	/**
	 * Finds the kind of a token that has not the only length that is known.
	 * @param word the token
	 * @return its kind, or empty if the length is the known one, or several are known
	 */
	public Optional<KnownToken> unusual(String word) {
		return token(word).filter((token) -> token.hasOneLength() && word.length() != token.longest());
	}

	private boolean endsAtAnEdge(KnownToken token, int length) {
		return this.widths.contains(length) && length < token.longest() && !token.lengths().contains(length);
	}

}
