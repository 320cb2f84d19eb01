package com.headjack.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A key that the configuration knows, such as {@code default.agent}, or one entry of a
 * mapping, such as {@code agents.claude.env.NAME}.
 *
 * @param name the full key
 * @param setting the setting that it names
 * @param variable the name of the entry, or {@code null} if the key is no entry's
 */
public record ConfigurationKey(String name, Setting setting, @Nullable String variable) {

	private static final Pattern VARIABLE = Pattern.compile("(?s)(agents\\.[^.]+\\.(?:env|repositories))\\.(.+)");

	/**
	 * Checks a key.
	 * @param name the key, as a user gives it
	 * @return the key
	 * @throws HeadjackException if there is no such key
	 */
	public static ConfigurationKey parse(String name) {
		ConfigurationKey key = find(name)
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED, "invalid configuration key \"" + name + "\"",
					Setting.nearest(name)
						.map((nearest) -> "did you mean " + nearest + "?")
						.orElse("the keys are: " + String.join(", ", vocabulary()))));
		key.requireName();
		return key;
	}

	private void requireName() {
		if (this.variable == null || this.setting.form().acceptsName(this.variable)) {
			return;
		}
		throw this.setting.form().isVerbatim()
				? new HeadjackException(FailureKind.MISUSED, "invalid variable name in \"" + this.name + "\"",
						"a name has neither '=' nor white space: hjk config " + whole() + ".NAME VALUE")
				: new HeadjackException(FailureKind.MISUSED, "invalid repository ID in \"" + this.name + "\"",
						"use 'hjk auth default AGENT ACCOUNT --here' in the repository");
	}

	static Optional<ConfigurationKey> find(String name) {
		return Setting.of(name).map((setting) -> new ConfigurationKey(name, setting, null)).or(() -> variable(name));
	}

	private static Optional<ConfigurationKey> variable(String name) {
		Matcher matcher = VARIABLE.matcher(name);
		return matcher.matches()
				? Setting.of(matcher.group(1)).map((setting) -> new ConfigurationKey(name, setting, matcher.group(2)))
				: Optional.empty();
	}

	/**
	 * Returns the key of the mapping that a variable is in.
	 * @return the key, or this one if it is no variable's
	 */
	ConfigurationKey whole() {
		return (this.variable == null) ? this : new ConfigurationKey(
				this.name.substring(0, this.name.length() - this.variable.length() - 1), this.setting, null);
	}

	/**
	 * Returns all keys, with {@code <name>} in place of the name of an agent or an
	 * engine.
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
	 * @throws HeadjackException if the key takes another kind of value, or the value is
	 * empty, which only a variable's may be
	 */
	public SettingValue value(List<String> words) {
		boolean blank = words.stream().allMatch(String::isBlank);
		boolean mayBeBlank = this.variable != null && this.setting.form().isVerbatim();
		if (!mayBeBlank && (blank || new ValueReader(this).read(words).blank())) {
			throw new HeadjackException(FailureKind.MISUSED, "the value for " + this + " is empty",
					"use %s; 'hjk config --unset %s' removes it".formatted(this.setting.takes(), this));
		}
		return new ValueReader(this).read(words);
	}

	/**
	 * Returns the parts of the key.
	 * @return the parts, outermost first
	 */
	List<String> path() {
		Stream<String> path = Arrays.stream(whole().name.split("\\."));
		return ((this.variable != null) ? Stream.concat(path, Stream.of(this.variable)) : path).toList();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
