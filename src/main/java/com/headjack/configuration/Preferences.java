package com.headjack.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The user's configuration from all sources: files, profiles and environment variables.
 */
public final class Preferences {

	private final ConfigurableEnvironment environment;

	/**
	 * Reads the settings of an environment.
	 * @param environment the environment
	 */
	public Preferences(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Finds the value of a setting that takes a text or a number.
	 * @param setting the setting
	 * @return the value without surrounding white space, or empty if it is not set or
	 * blank
	 */
	public Optional<String> text(Setting setting) {
		return text(setting.pattern());
	}

	/**
	 * Finds the value of a key that takes a text or a number.
	 * @param key the key
	 * @return the value without surrounding white space, or empty if it is not set or
	 * blank
	 */
	public Optional<String> text(ConfigurationKey key) {
		return text(key.name());
	}

	private Optional<String> text(String key) {
		return raw(key).map(String::strip).filter((value) -> !value.isEmpty());
	}

	/**
	 * Lists the names that a setting is set for.
	 * @param setting a setting with a name in its key
	 * @return the names, sorted
	 */
	public List<String> names(Setting setting) {
		return this.environment.getPropertySources()
			.stream()
			.filter(EnumerablePropertySource.class::isInstance)
			.map(EnumerablePropertySource.class::cast)
			.flatMap((source) -> Stream.of(source.getPropertyNames()))
			.map(setting::nameIn)
			.flatMap(Optional::stream)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Finds the values of a setting that takes a list.
	 * @param setting the setting
	 * @return the values, empty if it is not set
	 */
	public List<String> list(Setting setting) {
		List<String> values = new ArrayList<>();
		for (Optional<String> value = raw(item(setting, 0)); value
			.isPresent(); value = raw(item(setting, values.size()))) {
			values.add(value.get());
		}
		return values;
	}

	private static String item(Setting setting, int index) {
		return setting.pattern() + "[" + index + "]";
	}

	/**
	 * Finds a value as it is: Spring would replace what looks like a variable in it.
	 */
	private Optional<String> raw(String key) {
		return this.environment.getPropertySources()
			.stream()
			.map((source) -> source.getProperty(key))
			.filter(Objects::nonNull)
			.map(Object::toString)
			.findFirst();
	}

}
