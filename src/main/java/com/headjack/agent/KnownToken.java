package com.headjack.agent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A kind of token or key, known by its beginning.
 *
 * @param starts the pattern of the beginning
 * @param name the kind, with an article
 * @param command the command that takes it, or {@code null} if none does
 * @param choice whether a user may mean it where an agent asks for a credential
 * @param lengths the lengths that are known, in characters; empty if they vary
 * @param shortest the least length in characters; {@code 0} if it is not known
 */
public record KnownToken(Pattern starts, String name, @Nullable String command, boolean choice, List<Integer> lengths,
		int shortest) {

	private static final int LEAST_BEHIND = 4;

	private static final int LEAST_CHOICE = 20;

	public KnownToken {
		lengths = List.copyOf(lengths);
	}

	/**
	 * Whether a word is of this kind.
	 * @param word the word
	 * @return whether it begins as this kind, and goes on
	 */
	public boolean matches(String word) {
		Matcher matcher = this.starts.matcher(word);
		return matcher.lookingAt() && word.length() - matcher.end() >= LEAST_BEHIND;
	}

	/**
	 * Whether a user may mean a word of this kind as the credential.
	 * @param word the word
	 * @return whether it is a choice
	 */
	public boolean isChoice(String word) {
		return this.choice && word.length() >= LEAST_CHOICE;
	}

	/**
	 * Whether all tokens of this kind are equally long.
	 * @return whether only one length is known
	 */
	public boolean hasOneLength() {
		return this.lengths.size() == 1;
	}

	/**
	 * Returns the greatest length that is known.
	 * @return the length in characters, or {@code 0} if none is known
	 */
	public int longest() {
		return this.lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
	}

	/**
	 * Returns the usual length in words.
	 * @return such as {@code 56, 132 or 164}, or {@code at least 60}
	 */
	public String usualLength() {
		if (this.lengths.isEmpty()) {
			return "at least " + this.shortest;
		}
		List<String> all = this.lengths.stream().map(String::valueOf).toList();
		int last = all.size() - 1;
		return (last == 0) ? all.getFirst() : String.join(", ", all.subList(0, last)) + " or " + all.getLast();
	}

}
