package com.headjack.configuration;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The user's configuration from all sources: files, profiles and environment variables.
 */
public final class Preferences {

	private final Environment environment;

	/**
	 * Reads the settings of an environment.
	 * @param environment the environment
	 */
	public Preferences(Environment environment) {
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
		return Optional.ofNullable(this.environment.getProperty(key))
			.map(String::strip)
			.filter((value) -> !value.isEmpty());
	}

	/**
	 * Finds the values of a setting that takes a list.
	 * @param setting the setting
	 * @return the values, empty if it is not set
	 */
	public List<String> list(Setting setting) {
		return Binder.get(this.environment).bind(setting.pattern(), Bindable.listOf(String.class)).orElse(List.of());
	}

}
