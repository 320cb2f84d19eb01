package com.headjack.session;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import com.headjack.failure.FailureKind;

/**
 * The name of a session, unique in its instance.
 *
 * @param value letters, digits, hyphens and underscores
 */
public record SessionName(String value) {

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

	private static final List<String> MOODS = List.of("amber", "brave", "bright", "busy", "calm", "clever", "cosmic",
			"eager", "fuzzy", "gentle", "happy", "jolly", "keen", "lively", "lucky", "merry", "mighty", "nimble",
			"proud", "quick", "quiet", "rapid", "shiny", "silent", "smart", "snowy", "sunny", "swift", "tidy", "witty");

	private static final List<String> ANIMALS = List.of("badger", "beaver", "bison", "crane", "dingo", "dolphin",
			"eagle", "falcon", "ferret", "finch", "gecko", "heron", "ibex", "jackal", "koala", "lemur", "lynx",
			"marmot", "newt", "orca", "otter", "owl", "panda", "puffin", "raven", "seal", "stork", "tapir", "walrus",
			"wombat");

	/**
	 * Checks a name that a user gave.
	 * @param text the text
	 * @return the name
	 * @throws SessionException if the text is not a valid name
	 */
	public static SessionName of(String text) {
		if (!VALID.matcher(text).matches()) {
			throw new SessionException(FailureKind.MISUSED, "\"" + text + "\" is not a valid session name",
					"use letters, digits, '-' and '_', at most 64 characters");
		}
		return new SessionName(text);
	}

	static SessionName random(RandomGenerator random) {
		return new SessionName(
				MOODS.get(random.nextInt(MOODS.size())) + "-" + ANIMALS.get(random.nextInt(ANIMALS.size())));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
