package com.headjack.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.headjack.text.NearestMatch;

/**
 * The settings that a user can make: the only list of the configuration's keys. The code
 * reads a setting by its constant, and a test finds constants that no code reads.
 */
public enum Setting {

	/**
	 * The agent to start if the command names none.
	 */
	DEFAULT_AGENT("default.agent"),

	/**
	 * The image of new containers.
	 */
	BASE_IMAGE("default.base_image"),

	/**
	 * Environment variables of an agent's sessions.
	 */
	AGENT_VARIABLES("agents.<name>.env", Shape.MAPPING),

	/**
	 * Arguments that an agent always gets.
	 */
	AGENT_FLAGS("agents.<name>.flags", Shape.LIST),

	/**
	 * The account of an agent to use if the command names none.
	 */
	AGENT_ACCOUNT("agents.<name>.account"),

	/**
	 * The folder of the worktrees.
	 */
	WORKTREES("storage.worktrees"),

	/**
	 * The folder of the sessions' records and logs.
	 */
	SESSIONS("storage.sessions"),

	/**
	 * The maximum size of a session's log, in MiB.
	 */
	LOG_LIMIT("logs.limit", Shape.NUMBER),

	/**
	 * The container engine.
	 */
	RUNTIME_NAME("runtime.name"),

	/**
	 * The maximum size of a container's memory.
	 */
	RUNTIME_MEMORY("runtime.memory"),

	/**
	 * The maximum number of a container's processes and threads.
	 */
	RUNTIME_PIDS("runtime.pids"),

	/**
	 * Flags for new containers, as {@code docker run} takes them.
	 */
	RUNTIME_FLAGS("runtime.flags", Shape.LIST),

	/**
	 * The secret store.
	 */
	KEYRING_BACKEND("keyring.backend"),

	/**
	 * The address of the Vault server.
	 */
	VAULT_ADDRESS("vault.address"),

	/**
	 * The mount of Vault's key-value engine.
	 */
	VAULT_MOUNT("vault.mount"),

	/**
	 * The folder of the secrets in that engine.
	 */
	VAULT_PATH("vault.path"),

	/**
	 * Vault's namespace.
	 */
	VAULT_NAMESPACE("vault.namespace"),

	/**
	 * The way to log in to Vault.
	 */
	VAULT_AUTH("vault.auth");

	private static final String AGENT = "<name>";

	private static final String AGENT_NAME = "[a-z][a-z0-9-]*";

	private final String pattern;

	private final Shape shape;

	Setting(String pattern) {
		this(pattern, Shape.TEXT);
	}

	Setting(String pattern, Shape shape) {
		this.pattern = pattern;
		this.shape = shape;
	}

	/**
	 * Returns the setting's key, with {@code <name>} in place of an agent's name.
	 * @return the key
	 */
	public String pattern() {
		return this.pattern;
	}

	/**
	 * Returns the setting's key for an agent.
	 * @param agent the agent's name
	 * @return the key
	 */
	public String keyOf(String agent) {
		return this.pattern.replace(AGENT, agent);
	}

	Shape shape() {
		return this.shape;
	}

	static Optional<Setting> of(String key) {
		return Arrays.stream(values()).filter((setting) -> setting.matches(key)).findFirst();
	}

	private boolean matches(String key) {
		return key.matches(Pattern.quote(this.pattern).replace(AGENT, "\\E" + AGENT_NAME + "\\Q"));
	}

	/**
	 * Finds the key that is most similar to a mistyped one or goes on where it ends, if
	 * there is one.
	 */
	static Optional<String> nearest(String key) {
		List<String> known = Arrays.stream(values()).map((setting) -> setting.filledLike(key)).toList();
		return NearestMatch.of(key, known)
			.or(() -> known.stream().filter((name) -> name.startsWith(key + ".")).findFirst());
	}

	private String filledLike(String key) {
		List<String> parts = List.of(key.split("\\.", -1));
		return (parts.size() > 1 && parts.get(1).matches(AGENT_NAME)) ? keyOf(parts.get(1)) : this.pattern;
	}

	/**
	 * The kinds of values.
	 */
	enum Shape {

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
		 * A mapping of names to texts.
		 */
		MAPPING

	}

}
