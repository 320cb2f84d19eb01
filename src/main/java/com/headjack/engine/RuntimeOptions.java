package com.headjack.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A user's additional options for a container. All of them can be read back from the
 * engine, so none may be secret.
 *
 * @param values the values of each flag in the order they were given
 */
public record RuntimeOptions(Map<RuntimeFlag, List<String>> values) {

	public RuntimeOptions {
		values = Map.copyOf(values);
	}

	/**
	 * Creates empty options.
	 * @return options without a flag
	 */
	public static RuntimeOptions none() {
		return new RuntimeOptions(Map.of());
	}

	/**
	 * Reads flags as {@code docker run} takes them: {@code --flag value} or
	 * {@code --flag=value}.
	 * @param flags the words
	 * @return the options
	 * @throws HeadjackException if a flag is unknown, or a value is missing or invalid;
	 * the message does not repeat values
	 */
	public static RuntimeOptions parse(List<String> flags) {
		Map<RuntimeFlag, List<String>> values = new EnumMap<>(RuntimeFlag.class);
		Iterator<String> words = flags.iterator();
		while (words.hasNext()) {
			String[] word = words.next().split("=", 2);
			RuntimeFlag flag = RuntimeFlag.named(word[0]).orElseThrow(() -> unknown(word[0]));
			String value = (word.length == 2) ? word[1] : following(words, flag, word[0]);
			if (!flag.accepts(value)) {
				throw unfit(flag, word[0]);
			}
			values.computeIfAbsent(flag, (_) -> new ArrayList<>()).add(value);
		}
		values.replaceAll((_, given) -> List.copyOf(given));
		return new RuntimeOptions(values);
	}

	private static String following(Iterator<String> words, RuntimeFlag flag, String name) {
		if (!words.hasNext()) {
			throw unfit(flag, name);
		}
		return words.next();
	}

	/**
	 * Adds a value for a flag that was not given.
	 * @param flag the flag
	 * @param value its value
	 * @return these options if they have the flag, or else options with the value
	 */
	public RuntimeOptions or(RuntimeFlag flag, String value) {
		Map<RuntimeFlag, List<String>> all = new EnumMap<>(RuntimeFlag.class);
		all.putAll(this.values);
		all.putIfAbsent(flag, List.of(value));
		return new RuntimeOptions(all);
	}

	/**
	 * All values of a flag.
	 * @param flag the flag
	 * @return its values in the order they were given
	 */
	public List<String> all(RuntimeFlag flag) {
		return this.values.getOrDefault(flag, List.of());
	}

	/**
	 * The value of a flag that takes effect only once.
	 * @param flag the flag
	 * @return its last value, or empty if it was not given
	 */
	public Optional<String> last(RuntimeFlag flag) {
		List<String> given = all(flag);
		return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
	}

	private static HeadjackException unknown(String word) {
		String what = word.startsWith("-") ? "\"" + word + "\" is not supported" : "a value is in the place of a flag";
		return new HeadjackException(FailureKind.MISUSED, "runtime.flags: " + what,
				"use one of " + RuntimeFlag.accepted());
	}

	private static HeadjackException unfit(RuntimeFlag flag, String name) {
		return new HeadjackException(FailureKind.MISUSED, "runtime.flags: " + name + " expects " + flag.expected(),
				null);
	}

	@Override
	public String toString() {
		return "RuntimeOptions" + this.values.keySet();
	}

}
