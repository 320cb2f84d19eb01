package com.headjack.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The container settings that a user can add, spelled as in {@code docker run}.
 */
public enum RuntimeFlag {

	MEMORY("a size such as 512m", "[0-9]{1,15}[bB]?|[0-9]{1,9}[kmgKMG]", "--memory", "-m"),

	CPUS("a number such as 1.5", "[0-9]{1,4}(\\.[0-9]{1,9})?", "--cpus"),

	NETWORK("a network's name", "[^-\\s]\\S*", "--network"),

	ADD_HOST("NAME:ADDRESS", "[^-:\\s][^:\\s]*:\\S+", "--add-host"),

	VOLUME("SOURCE:/TARGET[:ro]", "[^-:][^:]*:/[^:]*(:[A-Za-z,]+)?", "--volume", "-v"),

	ENV("NAME=VALUE", "(?s)[^-=\\s][^=\\s]*=.*", "--env", "-e"),

	CAP_ADD("a capability such as NET_ADMIN", "[A-Z_]+", "--cap-add"),

	DEVICE("/HOST[:/CONTAINER[:rwm]]", "/[^:]+(:/[^:]+)?(:[rwm]+)?", "--device"),

	SHM_SIZE("a size such as 64m", "[0-9]{1,15}[bB]?|[0-9]{1,9}[kmgKMG]", "--shm-size"),

	DNS("an address", "[0-9A-Fa-f.:]+", "--dns"),

	PUBLISH("[[ADDRESS:]PORT:]PORT[/udp]", "(([0-9.]+:)?[0-9]{1,5}:)?[0-9]{1,5}(/(tcp|udp|sctp))?", "--publish", "-p"),

	PIDS_LIMIT("a number, or -1 for no limit", "-1|[1-9][0-9]{0,8}", "--pids-limit"),

	ULIMIT("NAME=SOFT[:HARD]", "[a-z]+=(-1|[0-9]{1,15})(:(-1|[0-9]{1,15}))?", "--ulimit");

	private final String expected;

	private final Pattern form;

	private final String name;

	private final String shorthand;

	RuntimeFlag(String expected, String form, String name) {
		this(expected, form, name, "");
	}

	RuntimeFlag(String expected, String form, String name, String shorthand) {
		this.expected = expected;
		this.form = Pattern.compile(form);
		this.name = name;
		this.shorthand = shorthand;
	}

	/**
	 * Finds a flag by its word.
	 * @param word the word, long or short
	 * @return the flag, or empty if there is none
	 */
	static Optional<RuntimeFlag> named(String word) {
		return Arrays.stream(values())
			.filter((flag) -> !word.isEmpty() && (flag.name.equals(word) || flag.shorthand.equals(word)))
			.findFirst();
	}

	/**
	 * The accepted flags.
	 * @return all long names, separated by commas
	 */
	static String accepted() {
		return Arrays.stream(values()).map((flag) -> flag.name).collect(Collectors.joining(", "));
	}

	/**
	 * The form of the flag's value.
	 * @return a short description for the user
	 */
	String expected() {
		return this.expected;
	}

	/**
	 * Returns whether a text is a value of the flag.
	 * @param value the text
	 * @return whether it has the form that the flag takes
	 */
	public boolean accepts(String value) {
		return this.form.matcher(value).matches();
	}

}
