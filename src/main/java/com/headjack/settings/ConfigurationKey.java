package com.headjack.settings;

import java.util.List;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A key that the configuration knows, such as {@code default.agent}.
 *
 * @param name the key in full
 * @param definition what is known of it
 */
public record ConfigurationKey(String name, KeyDefinition definition) {

	/**
	 * Checks a key.
	 * @param name the key, as a user gives it
	 * @return the key
	 * @throws HeadjackException if the configuration knows no such key
	 */
	public static ConfigurationKey parse(String name) {
		return KeyDefinition.of(name)
			.map((definition) -> new ConfigurationKey(name, definition))
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED, "invalid configuration key \"" + name + "\"",
					"did you mean " + KeyDefinition.nearest(name) + "?"));
	}

	/**
	 * All keys, with {@code <name>} where an agent's name belongs.
	 * @return the keys in the order of the documentation
	 */
	public static List<String> vocabulary() {
		return KeyDefinition.patterns();
	}

	/**
	 * The agent that the key belongs to.
	 * @return the agent's name, or empty if the key belongs to none
	 */
	public Optional<String> agent() {
		return this.name.startsWith("agents.") ? Optional.of(path().get(1)) : Optional.empty();
	}

	/**
	 * The key's parts, outermost first.
	 * @return the parts
	 */
	List<String> path() {
		return List.of(this.name.split("\\."));
	}

	/**
	 * Checks a value.
	 * @param value the value
	 * @throws HeadjackException if the key takes only some values and this is none of
	 * them
	 */
	void check(String value) {
		List<String> choices = this.definition.choices();
		if (!choices.isEmpty() && !choices.contains(value)) {
			throw new HeadjackException(FailureKind.MISUSED, "invalid value \"" + value + "\" for " + this.name,
					"use one of " + String.join(", ", choices));
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
