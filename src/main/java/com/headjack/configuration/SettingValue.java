package com.headjack.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The value of a setting.
 */
public sealed interface SettingValue {

	/**
	 * Returns the value for a reader.
	 * @return a text as it is, any other value as YAML on one line
	 */
	String shown();

	/**
	 * Returns the value as a member of JSON.
	 * @return a text, a list of texts, or a mapping of texts
	 */
	Object plain();

	/**
	 * Returns all texts of the value.
	 * @return the texts, without the names of variables
	 */
	List<String> texts();

	/**
	 * Returns the value as properties of Spring's environment.
	 * @param key the setting's key
	 * @return the texts by the names of their properties
	 */
	Map<String, Object> properties(String key);

	/**
	 * Whether the value says nothing.
	 * @return whether it has no text, nor a variable
	 */
	default boolean blank() {
		return texts().stream().allMatch(String::isBlank);
	}

	/**
	 * Finds a variable.
	 * @param name its name
	 * @return its text, or empty if there is no such variable
	 */
	default Optional<SettingValue> variable(String name) {
		return Optional.empty();
	}

	/**
	 * Adds the variables of another value.
	 * @param other the value
	 * @return both, or the other one if they are no variables
	 */
	default SettingValue with(SettingValue other) {
		if (this instanceof Variables(var own) && other instanceof Variables(var more)) {
			Map<String, String> all = new LinkedHashMap<>(own);
			all.putAll(more);
			return new Variables(all);
		}
		return other;
	}

	/**
	 * One text.
	 *
	 * @param text the text
	 */
	record Text(String text) implements SettingValue {

		@Override
		public String shown() {
			return this.text;
		}

		@Override
		public Object plain() {
			return this.text;
		}

		@Override
		public List<String> texts() {
			return List.of(this.text);
		}

		@Override
		public Map<String, Object> properties(String key) {
			return Map.of(key, this.text);
		}

	}

	/**
	 * A list of texts.
	 *
	 * @param texts the texts
	 */
	record Items(List<String> texts) implements SettingValue {

		public Items {
			texts = List.copyOf(texts);
		}

		@Override
		public String shown() {
			return this.texts.stream().map(Yaml::write).collect(Collectors.joining(", ", "[", "]"));
		}

		@Override
		public Object plain() {
			return this.texts;
		}

		@Override
		public Map<String, Object> properties(String key) {
			Map<String, Object> properties = new LinkedHashMap<>();
			for (String text : this.texts) {
				properties.put(key + "[" + properties.size() + "]", text);
			}
			return properties;
		}

	}

	/**
	 * Texts by name.
	 *
	 * @param variables the texts
	 */
	record Variables(Map<String, String> variables) implements SettingValue {

		public Variables {
			variables = new LinkedHashMap<>(variables);
		}

		@Override
		public String shown() {
			return this.variables.entrySet()
				.stream()
				.map((entry) -> Yaml.write(entry.getKey()) + ": " + Yaml.write(entry.getValue()))
				.collect(Collectors.joining(", ", "{", "}"));
		}

		@Override
		public Object plain() {
			return this.variables;
		}

		@Override
		public List<String> texts() {
			return List.copyOf(this.variables.values());
		}

		@Override
		public boolean blank() {
			return this.variables.isEmpty();
		}

		@Override
		public Optional<SettingValue> variable(String name) {
			return Optional.ofNullable(this.variables.get(name)).map(Text::new);
		}

		@Override
		public Map<String, Object> properties(String key) {
			Map<String, Object> properties = new LinkedHashMap<>();
			this.variables.forEach((name, value) -> properties.put(key + "." + name, value));
			return properties;
		}

	}

}
