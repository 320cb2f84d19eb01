package com.headjack.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A key that the configuration knows, such as {@code default.agent}.
 *
 * @param name the full key
 * @param setting the setting that it names
 */
public record ConfigurationKey(String name, Setting setting) {

	/**
	 * Checks a key.
	 * @param name the key, as a user gives it
	 * @return the key
	 * @throws HeadjackException if there is no such key
	 */
	public static ConfigurationKey parse(String name) {
		return find(name)
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED, "invalid configuration key \"" + name + "\"",
					Setting.nearest(name)
						.map((nearest) -> "did you mean " + nearest + "?")
						.orElse("the keys are: " + String.join(", ", vocabulary()))));
	}

	static Optional<ConfigurationKey> find(String name) {
		return Setting.of(name).map((setting) -> new ConfigurationKey(name, setting));
	}

	/**
	 * Returns all keys, with {@code <name>} in place of an agent's name.
	 * @return the keys in the order of the documentation
	 */
	public static List<String> vocabulary() {
		return Arrays.stream(Setting.values()).map(Setting::pattern).toList();
	}

	/**
	 * Returns the agent that the key belongs to.
	 * @return the agent's name, or empty if the key does not belong to an agent
	 */
	public Optional<String> agent() {
		return this.name.startsWith("agents.") ? Optional.of(path().get(1)) : Optional.empty();
	}

	/**
	 * Reads a value as a user types it.
	 * @param words a text, YAML on one line, the words of a list, or the
	 * {@code NAME=value} of a mapping; at least one
	 * @return the value
	 * @throws HeadjackException if the key takes another kind of value
	 */
	public SettingValue value(List<String> words) {
		return new ValueReader(this).read(words);
	}

	/**
	 * Returns the parts of the key.
	 * @return the parts, outermost first
	 */
	List<String> path() {
		return List.of(this.name.split("\\."));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
