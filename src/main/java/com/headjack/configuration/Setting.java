package com.headjack.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.text.NearestMatch;

/**
 * The settings that a user can make: the only list of the configuration's keys. The code
 * reads a setting by its constant, and a test finds constants that no code reads.
 */
public enum Setting {

	/**
	 * The agent to start if the command names none.
	 */
	DEFAULT_AGENT("default.agent", Form.AGENT, null, "the agent that 'hjk agent BRANCH' starts"),

	/**
	 * The image of new containers.
	 */
	BASE_IMAGE("default.base_image", Form.IMAGE, "headjack/agent:latest", "the image of new containers"),

	/**
	 * The engine of new containers.
	 */
	DEFAULT_ENGINE("default.engine", Form.ENGINE_NAME, "local", "the engine of new instances; see 'hjk engine list'"),

	/**
	 * The address of an engine.
	 */
	ENGINE_ADDRESS("engines.<name>.address", Form.ENGINE_ADDRESS, null,
			"the address of an engine; see 'hjk engine list'"),

	/**
	 * The certificates for an engine's encrypted connection.
	 */
	ENGINE_CERTIFICATES("engines.<name>.certificates", Form.FOLDER, null,
			"the folder of ca.pem, cert.pem and key.pem for an engine at tcp://"),

	/**
	 * Environment variables of an agent's sessions.
	 */
	AGENT_VARIABLES("agents.<name>.env", Form.VARIABLES, null, "environment variables for the agent's sessions"),

	/**
	 * Arguments that an agent always gets.
	 */
	AGENT_FLAGS("agents.<name>.flags", Form.WORDS, null, "arguments that are always passed to the agent"),

	/**
	 * The account of an agent to use if the command names none.
	 */
	AGENT_ACCOUNT("agents.<name>.account", Form.ACCOUNT, "default", "the account to use if there is no --account"),

	/**
	 * The accounts of an agent to use in single repositories.
	 */
	AGENT_REPOSITORIES("agents.<name>.repositories", Form.ACCOUNTS, null,
			"the account to use in a repository, by the repository's ID; see 'hjk auth default'"),

	/**
	 * The folder of the worktrees.
	 */
	WORKTREES("storage.worktrees", Form.FOLDER, "~/.local/share/headjack/git", "the folder for worktrees"),

	/**
	 * The folder of the sessions' records and logs.
	 */
	SESSIONS("storage.sessions", Form.FOLDER, "~/.local/share/headjack/sessions",
			"the folder for records and logs of sessions"),

	/**
	 * The maximum size of a session's log, in MiB.
	 */
	LOG_LIMIT("logs.limit", Form.NUMBER, "64", "how much of a session's output is kept, in MiB"),

	/**
	 * The prefix key of sessions at a terminal.
	 */
	ATTACH_PREFIX("attach.prefix", Form.KEY, "C-b", "the prefix key in an attached session"),

	/**
	 * Whether sessions at a terminal take the mouse.
	 */
	ATTACH_MOUSE("attach.mouse", Form.SWITCH, "off", "whether the mouse scrolls and selects in an attached session"),

	/**
	 * Whether programs may set the clipboard.
	 */
	ATTACH_CLIPBOARD("attach.clipboard", Form.SWITCH, "on", "whether programs may set your clipboard"),

	/**
	 * The notifications that programs may give.
	 */
	ATTACH_NOTIFICATIONS("attach.notifications", Form.NOTIFICATIONS, "bell", "how programs may notify you"),

	/**
	 * The container engine.
	 */
	RUNTIME_NAME("runtime.name", Form.ENGINE, "auto", "the container engine"),

	/**
	 * The maximum size of a container's memory.
	 */
	RUNTIME_MEMORY("runtime.memory", Form.MEMORY, null,
			"the most memory a container may use; by default most of the machine's"),

	/**
	 * The maximum number of a container's processes and threads.
	 */
	RUNTIME_PIDS("runtime.pids", Form.PROCESSES, "4096", "the most processes and threads a container may have"),

	/**
	 * Flags for new containers, as {@code docker run} takes them.
	 */
	RUNTIME_FLAGS("runtime.flags", Form.WORDS, null, "options for new containers, as for 'docker run'"),

	/**
	 * Whether a resident process runs the commands.
	 */
	RESIDENT_MODE("resident.mode", Form.RESIDENT, "auto", "whether a resident process makes commands start faster"),

	/**
	 * How long the resident process stays without a command, in minutes.
	 */
	RESIDENT_IDLE("resident.idle", Form.NUMBER, "30", "how long that process stays idle, in minutes"),

	/**
	 * The secret store.
	 */
	KEYRING_BACKEND("keyring.backend", Form.STORE, "auto", "the store that keeps your logins"),

	/**
	 * The address of the Vault server.
	 */
	VAULT_ADDRESS("vault.address", Form.ADDRESS, null, "the address of the Vault server; by default VAULT_ADDR"),

	/**
	 * The mount of Vault's key-value engine.
	 */
	VAULT_MOUNT("vault.mount", Form.PATH, "secret", "the mount of Vault's key-value engine"),

	/**
	 * The folder of the secrets in that engine.
	 */
	VAULT_PATH("vault.path", Form.PATH, "headjack", "the folder for logins in that engine"),

	/**
	 * Vault's namespace.
	 */
	VAULT_NAMESPACE("vault.namespace", Form.PATH, null, "the namespace in Vault; by default VAULT_NAMESPACE"),

	/**
	 * The way to log in to Vault.
	 */
	VAULT_AUTH("vault.auth", Form.LOGIN, "token", "how to log in to Vault");

	private static final String NAME = "<name>";

	private static final String NAMES = Form.AGENT.pattern();

	private final String pattern;

	private final Form form;

	private final @Nullable String usual;

	private final String sentence;

	Setting(String pattern, Form form, @Nullable String usual, String sentence) {
		this.pattern = pattern;
		this.form = form;
		this.usual = usual;
		this.sentence = sentence;
	}

	/**
	 * Returns the setting's key, with {@code <name>} in place of the name of an agent or
	 * an engine.
	 * @return the key
	 */
	public String pattern() {
		return this.pattern;
	}

	/**
	 * Returns the setting's key for an agent or an engine.
	 * @param name the name of the agent or engine
	 * @return the key
	 */
	public String keyOf(String name) {
		return this.pattern.replace(NAME, name);
	}

	/**
	 * Returns the value that is in force if nobody sets one.
	 * @return the value, or empty if there is none
	 */
	public Optional<String> usual() {
		return Optional.ofNullable(this.usual);
	}

	/**
	 * Returns what the setting is for.
	 * @return a short description, without a full stop
	 */
	public String sentence() {
		return this.sentence;
	}

	/**
	 * Returns the values of a setting with a fixed choice.
	 * @return the values, empty if the setting takes others
	 */
	public List<String> choices() {
		return this.form.choices();
	}

	/**
	 * Returns what the setting's values are like.
	 * @return a short description, such as "one of on, off"
	 */
	public String takes() {
		return this.form.expected();
	}

	Form form() {
		return this.form;
	}

	static Optional<Setting> of(String key) {
		return Arrays.stream(values()).filter((setting) -> setting.matches(key)).findFirst();
	}

	/**
	 * Finds the name in a key of this setting.
	 */
	Optional<String> nameIn(String key) {
		return matches(key) ? Optional.of(key.split("\\.", -1)[1]) : Optional.empty();
	}

	private boolean matches(String key) {
		return key.matches(Pattern.quote(this.pattern).replace(NAME, "\\E" + NAMES + "\\Q"));
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
		return (parts.size() > 1 && parts.get(1).matches(NAMES)) ? keyOf(parts.get(1)) : this.pattern;
	}

	/**
	 * Whether a text is the beginning of a key, up to a dot.
	 */
	static boolean isGroup(String text) {
		return keysBelow(text).findAny().isPresent();
	}

	/**
	 * Returns the first key of a group.
	 */
	static String below(String group) {
		return keysBelow(group).findFirst().orElseThrow();
	}

	private static Stream<String> keysBelow(String group) {
		return Arrays.stream(values())
			.map((setting) -> setting.filledLike(group))
			.filter((key) -> key.startsWith(group + "."));
	}

}
