package com.headjack.agent;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kinds of tokens and texts that users confuse with the credential of an agent.
 *
 * @param widths the widths of terminals, in characters
 * @param tokens the kinds of tokens, the special ones first
 * @param texts the kinds of texts, the special ones first
 */
public record KnownCredentials(List<Integer> widths, List<KnownToken> tokens, List<KnownText> texts) {

	/**
	 * A word that is long enough for a credential.
	 */
	private static final Pattern WORD = Pattern.compile("[^=\\s\"':,;\\[\\]{}()]{20,}");

	private static final Pattern PART = Pattern.compile("[./]");

	public KnownCredentials {
		widths = List.copyOf(widths);
		tokens = List.copyOf(tokens);
		texts = List.copyOf(texts);
	}

	/**
	 * Reads the kinds that Headjack knows.
	 * @return the kinds
	 */
	public static KnownCredentials read() {
		return KnownCredentialsDocument.read();
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
	 * Hides what may be a credential in a text, such as one that was typed in the wrong
	 * place.
	 * @param text the text
	 * @return the text with {@code …} in place of each word that looks like a credential
	 */
	public String masked(String text) {
		return WORD.matcher(text).replaceAll((word) -> isCredential(word.group()) ? "…" : "$0");
	}

	/**
	 * Looks at the whole word, and at what follows a dot or a slash in it.
	 */
	private boolean isCredential(String word) {
		return Stream.concat(Stream.of(0), PART.matcher(word).results().map(MatchResult::end))
			.map(word::substring)
			.anyMatch((part) -> token(part).filter((token) -> token.isChoice(part)).isPresent());
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
