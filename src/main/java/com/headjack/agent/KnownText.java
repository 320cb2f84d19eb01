package com.headjack.agent;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A kind of text that is not a credential, or not one alone.
 *
 * @param pattern the pattern of a part of the text
 * @param name the kind, with an article
 * @param command the command that takes it, or {@code null} if none does
 * @param remedy what the user does instead, with {@code AGENT}, {@code METHOD} and
 * {@code NAME} in it, or {@code null} if that is plain
 * @param document whether the text is of this kind even if it holds a credential
 */
public record KnownText(Pattern pattern, String name, @Nullable String command, @Nullable String remedy,
		boolean document) {

	/**
	 * Whether a text is of this kind.
	 * @param text the text
	 * @return whether it is
	 */
	public boolean matches(String text) {
		return this.pattern.matcher(text).find();
	}

}
