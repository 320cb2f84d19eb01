package com.headjack.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.headjack.failure.NearestMatch;

/**
 * What is known of a key of the configuration.
 *
 * @param pattern the key, with {@code <name>} where an agent's name belongs
 * @param shape what kind of value it takes
 * @param choices the values that it takes, or none if it takes any
 */
public record KeyDefinition(String pattern, Shape shape, List<String> choices) {

	private static final List<KeyDefinition> ALL = List.of(text("default.agent"), text("default.base_image"),
			new KeyDefinition("agents.<name>.env", Shape.MAPPING, List.of()),
			new KeyDefinition("agents.<name>.flags", Shape.LIST, List.of()), text("agents.<name>.account"),
			text("storage.worktrees"), text("storage.sessions"),
			new KeyDefinition("logs.limit", Shape.NUMBER, List.of()), text("runtime.name", "auto", "docker", "podman"),
			new KeyDefinition("runtime.flags", Shape.LIST, List.of()),
			text("keyring.backend", "auto", "keychain", "secret-service", "keyctl", "file", "wincred", "vault"),
			text("vault.address"), text("vault.mount"), text("vault.path"), text("vault.namespace"),
			text("vault.auth"));

	public KeyDefinition {
		choices = List.copyOf(choices);
	}

	private static KeyDefinition text(String pattern, String... choices) {
		return new KeyDefinition(pattern, Shape.TEXT, List.of(choices));
	}

	static Optional<KeyDefinition> of(String name) {
		return ALL.stream().filter((definition) -> definition.matches(name)).findFirst();
	}

	static List<String> patterns() {
		return ALL.stream().map(KeyDefinition::pattern).toList();
	}

	static String nearest(String name) {
		return NearestMatch.closest(name, patterns().stream().map((pattern) -> filled(pattern, name)).toList());
	}

	private static String filled(String pattern, String name) {
		List<String> parts = List.of(name.split("\\.", -1));
		boolean named = parts.size() > 1 && parts.get(1).matches("[a-z][a-z0-9-]*");
		return named ? pattern.replace("<name>", parts.get(1)) : pattern;
	}

	private boolean matches(String name) {
		String expression = Pattern.quote(this.pattern).replace("<name>", "\\E[a-z][a-z0-9-]*\\Q");
		return name.matches(expression);
	}

	/**
	 * Kinds of values.
	 */
	public enum Shape {

		/**
		 * One text.
		 */
		TEXT,

		/**
		 * A whole number, at least 1.
		 */
		NUMBER,

		/**
		 * A list of texts.
		 */
		LIST,

		/**
		 * Texts by name.
		 */
		MAPPING

	}

}
