package com.headjack.credential;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.headjack.agent.KnownCredentials;
import com.headjack.agent.KnownToken;
import com.headjack.agent.Login;
import com.headjack.agent.ProfilePattern;

/**
 * The form of the token or key of a login.
 *
 * @param pattern the pattern of the whole key
 * @param variable the name of the login's variable
 * @param known the kinds of tokens, of which this may be one
 */
record KeyForm(ProfilePattern pattern, String variable, KnownCredentials known) {

	/**
	 * The length of a beginning that does not stand in a key by chance.
	 */
	private static final int SURE_BEGINNING = 7;

	private static final String ANYTHING = "\" $,;\"";

	private static final Pattern FURTHER_PIECES = Pattern.compile("(?:\\s+[A-Za-z0-9_-]+)+");

	private static final Pattern FRAME = Pattern.compile("[_-]+$");

	static KeyForm of(Login login, KnownCredentials known) {
		return new KeyForm(Objects.requireNonNull(login.accepts().pattern()), login.variable(), known);
	}

	/**
	 * Whether a text is a key, and not the mask or the pattern of one.
	 */
	boolean fits(String text) {
		return matches(text) && (isOpen(text) || !Word.in(text).isEmpty());
	}

	boolean matches(String text) {
		return this.pattern.matches(text);
	}

	/**
	 * Whether the pattern allows any characters behind a key.
	 */
	boolean isOpen(String key) {
		return matches(key + ANYTHING);
	}

	/**
	 * Whether what is behind a key may be its end: a terminal broke it, and its length
	 * does not tell.
	 */
	boolean mayGoOn(String key, String text) {
		return isOnlyPieces(key, text)
				|| NextPiece.behind(key, text).anyMatch((piece) -> mayBeEnd(key, piece) && matches(key + piece));
	}

	private boolean mayBeEnd(String key, String piece) {
		int length = key.length() + piece.length();
		return !piece.startsWith(key) && this.known.token(key)
			.filter(KnownToken::hasOneLength)
			.map((token) -> length == token.longest())
			.orElseGet(() -> this.known.token(piece).isEmpty());
	}

	private boolean isOnlyPieces(String key, String text) {
		String behind = text.strip();
		return behind.startsWith(key) && FURTHER_PIECES.matcher(behind.substring(key.length())).matches()
				&& !behind.endsWith(key) && this.known.token(key).filter(KnownToken::hasOneLength).isEmpty();
	}

	/**
	 * Finds the key that a word is.
	 * @return the key, or empty if the word is none, or the pattern allows any characters
	 * and does not tell where the key ends
	 */
	Optional<String> key(Word word) {
		return word.readings().filter((text) -> matches(text) && !isOpen(text)).map(this::withoutFrame).findFirst();
	}

	/**
	 * Takes away hyphens and underscores behind a token of known length.
	 */
	private String withoutFrame(String key) {
		String inner = FRAME.matcher(key).replaceFirst("");
		return this.known.token(inner)
			.filter((token) -> token.lengths().contains(inner.length()) && key.length() > token.longest())
			.map((_) -> inner)
			.orElse(key);
	}

	/**
	 * Whether a text is two keys without a space between.
	 */
	boolean isGlued(String key) {
		return secondStart(key) > 0;
	}

	/**
	 * Takes two keys apart.
	 * @return both, or the only one
	 */
	Stream<String> unglued(String key) {
		int second = secondStart(key);
		return (second > 0) ? Stream.of(key.substring(0, second), key.substring(second)) : Stream.of(key);
	}

	private int secondStart(String key) {
		if (this.known.token(key).isEmpty()) {
			return 0;
		}
		int half = key.length() / 2;
		return key.substring(0, half).equals(key.substring(half)) ? half : nextBeginning(key);
	}

	private int nextBeginning(String key) {
		return this.known.tokens()
			.stream()
			.map((token) -> token.starts().matcher(key))
			.filter((matcher) -> matcher.find(1) && matcher.end() - matcher.start() >= SURE_BEGINNING)
			.mapToInt(Matcher::start)
			.min()
			.orElse(0);
	}

	Optional<KnownToken> overlong(String key) {
		return this.known.overlong(key);
	}

	Optional<KnownToken> unusual(String key) {
		return this.known.unusual(key);
	}

	Optional<KnownToken> cut(String key) {
		return this.known.cut(key);
	}

	@Override
	public String toString() {
		return "KeyForm[variable=" + this.variable + "]";
	}

}
