package com.headjack.agent;

import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * The name of an agent, as users type it.
 *
 * @param value 1 to 32 lower-case letters, digits and hyphens, with no hyphen first
 */
public record AgentId(String value) {

	private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

	public AgentId {
		Assert.isTrue(isValid(value), "An agent's name has lower-case letters, digits and hyphens");
	}

	/**
	 * Whether a text is a valid name of an agent.
	 * @param text the text
	 * @return whether it is valid
	 */
	public static boolean isValid(String text) {
		return VALID.matcher(text).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
