package com.headjack.session;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A key, or no key at all, as tmux names it.
 *
 * @param name tmux's name
 * @see <a href="https://man.openbsd.org/tmux.1#KEY_BINDINGS">tmux(1), "Key bindings"</a>
 */
public record TmuxKey(String name) {

	/**
	 * No key.
	 */
	public static final TmuxKey NONE = new TmuxKey("None");

	private static final TmuxKey USUAL = new TmuxKey("C-b");

	private static final Pattern WRITTEN = Pattern.compile("(?:(C-|\\^|Ctrl[-+])|(M-|Alt[-+]))?(F\\d{1,2}|Space|[!-~])",
			Pattern.CASE_INSENSITIVE);

	/**
	 * What remains of the keys with Ctrl without Escape, Tab, Line feed and Return.
	 */
	private static final Pattern CONTROLLED = Pattern.compile("[a-hkln-z@\\\\\\]^_]|Space");

	private static final Pattern ALTERNATE = Pattern.compile("[!-:<-~]");

	private static final Pattern FUNCTION = Pattern.compile("F(?:[1-9]|1[0-2])");

	/**
	 * Returns the key that a user wrote.
	 * @param text a key such as {@code C-b}, {@code Ctrl-B}, {@code M-a} or {@code F12},
	 * or {@code none}
	 * @return the key
	 * @throws HeadjackException if the text is no such key
	 */
	public static TmuxKey parse(String text) {
		if (text.equalsIgnoreCase("none")) {
			return NONE;
		}
		Matcher written = WRITTEN.matcher(text);
		if (!written.matches()) {
			throw invalid(text);
		}
		String key = named(written.group(3));
		if (written.group(1) != null) {
			return of("C-", CONTROLLED, key.length() == 1 ? key.toLowerCase(Locale.ROOT) : key, text);
		}
		return (written.group(2) != null) ? of("M-", ALTERNATE, key, text) : of("", FUNCTION, key, text);
	}

	private static String named(String key) {
		if (key.equalsIgnoreCase("space")) {
			return "Space";
		}
		return (key.length() > 1) ? key.toUpperCase(Locale.ROOT) : key;
	}

	private static TmuxKey of(String modifier, Pattern keys, String key, String text) {
		if (!keys.matcher(key).matches()) {
			throw invalid(text);
		}
		return new TmuxKey(modifier + key);
	}

	private static HeadjackException invalid(String text) {
		return new HeadjackException(FailureKind.MISUSED,
				"attach.prefix is \"" + text + "\", which cannot be a prefix key",
				"use a key such as C-b, C-a, C-], C-Space, M-a or F12, or none");
	}

	static TmuxKey usual() {
		return USUAL;
	}

	boolean isNone() {
		return equals(NONE);
	}

	/**
	 * Returns the key as it is written on a keyboard.
	 * @return a text such as {@code Ctrl-B}
	 */
	@Override
	public String toString() {
		if (this.name.startsWith("C-")) {
			String key = this.name.substring(2);
			return "Ctrl-" + ((key.length() == 1) ? key.toUpperCase(Locale.ROOT) : key);
		}
		return this.name.startsWith("M-") ? "Alt-" + this.name.substring(2) : this.name;
	}

}
