package com.headjack.agent;

import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.failure.FailureKind;

/**
 * A regular expression of a profile. Whatever it and a text are, a match ends soon.
 */
public final class ProfilePattern {

	private final Pattern pattern;

	private final Supplier<String> place;

	private ProfilePattern(Pattern pattern, Supplier<String> place) {
		this.pattern = pattern;
		this.place = place;
	}

	/**
	 * Parses a regular expression.
	 * @param text the expression
	 * @param place tells where it stands, for error messages
	 * @return the pattern
	 * @throws java.util.regex.PatternSyntaxException if the text is no regular
	 * expression, or is nested too deeply
	 */
	static ProfilePattern parse(String text, Supplier<String> place) {
		return new ProfilePattern(Pattern.compile(text), place);
	}

	/**
	 * Returns whether all of a text fits.
	 * @param text the text
	 * @return whether it does
	 * @throws AgentException if that takes too long to tell
	 */
	public boolean matches(CharSequence text) {
		return apply(text, Matcher::matches);
	}

	/**
	 * Returns whether a part of a text fits.
	 * @param text the text
	 * @return whether one does
	 * @throws AgentException if that takes too long to tell
	 */
	public boolean isIn(CharSequence text) {
		return apply(text, Matcher::find);
	}

	/**
	 * Finds the first part of a text that fits.
	 * @param text the text
	 * @return the part's index, or empty if there is none
	 * @throws AgentException if that takes too long to tell
	 */
	OptionalInt indexIn(CharSequence text) {
		return apply(text, (matcher) -> matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty());
	}

	private <T> T apply(CharSequence text, Function<Matcher, T> use) {
		try {
			return use.apply(this.pattern.matcher(new LimitedText(text)));
		}
		catch (StackOverflowError | LimitedText.UsedUpException ex) {
			throw new AgentException(FailureKind.FAILED,
					"the regular expression in %s takes too long".formatted(this.place.get()),
					"avoid a repetition in a repetition, such as (a+)+, or of alternatives, such as (a|b)*: use [ab]*",
					null);
		}
	}

}
