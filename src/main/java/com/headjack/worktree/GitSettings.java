package com.headjack.worktree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.headjack.gitconfig.ConfigurationEntry;

/**
 * The content of one of git's configuration files: the values of each key, in the order
 * of the file.
 *
 * @param values the values of the keys, such as {@code branch.main.remote}
 */
record GitSettings(Map<String, List<String>> values) {

	static final GitSettings NONE = new GitSettings(Map.of());

	/**
	 * Parses git's list of a configuration.
	 * @param list what {@code git config --null --list} prints
	 * @return the settings
	 */
	static GitSettings parse(String list) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		for (String entry : list.split("\0", -1)) {
			int end = entry.indexOf('\n');
			String key = (end < 0) ? entry : entry.substring(0, end);
			if (key.contains(".")) {
				add(all, key, (end < 0) ? "true" : entry.substring(end + 1));
			}
		}
		return new GitSettings(all);
	}

	/**
	 * Collects settings.
	 * @param entries the settings
	 * @return the settings by their keys
	 */
	static GitSettings of(List<ConfigurationEntry> entries) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		for (ConfigurationEntry entry : entries) {
			String value = entry.value();
			add(all, entry.key(), (value != null) ? value : "true");
		}
		return new GitSettings(all);
	}

	private static void add(Map<String, List<String>> all, String key, String value) {
		all.computeIfAbsent(key, (name) -> new ArrayList<>()).add(value);
	}

	GitSettings with(String key, String value) {
		Map<String, List<String>> all = copy();
		all.put(key, List.of(value));
		return new GitSettings(all);
	}

	/**
	 * Applies what has changed between two other settings.
	 * @param before the earlier of the two
	 * @param after the later of the two
	 * @return these settings, with every key that the two differ in as it was later
	 */
	GitSettings changedAs(GitSettings before, GitSettings after) {
		Map<String, List<String>> all = copy();
		Set<String> keys = new LinkedHashSet<>(before.values.keySet());
		keys.addAll(after.values.keySet());
		keys.removeIf((key) -> before.all(key).equals(after.all(key)));
		for (String key : keys) {
			if (after.all(key).isEmpty()) {
				all.remove(key);
			}
			else {
				all.put(key, after.all(key));
			}
		}
		return new GitSettings(all);
	}

	List<String> all(String key) {
		return this.values.getOrDefault(key, List.of());
	}

	/**
	 * Returns the value that counts for git.
	 * @param key the key
	 * @return the last value, or empty if there is none
	 */
	Optional<String> last(String key) {
		List<String> all = all(key);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
	}

	/**
	 * Returns the names that a section is divided by, such as those of the branches.
	 * @param section the section
	 * @return the names
	 */
	Set<String> names(String section) {
		return this.values.keySet()
			.stream()
			.filter((key) -> key.startsWith(section + ".") && key.lastIndexOf('.') > section.length())
			.map((key) -> key.substring(section.length() + 1, key.lastIndexOf('.')))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Returns the text of a configuration file with these settings.
	 * @return the text
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		this.values.forEach((key, values) -> {
			text.append(header(key)).append('\n');
			String name = key.substring(key.lastIndexOf('.') + 1);
			values.forEach(
					(value) -> text.append('\t').append(name).append(" = \"").append(quoted(value)).append("\"\n"));
		});
		return text.toString();
	}

	private static String header(String key) {
		int first = key.indexOf('.');
		int last = key.lastIndexOf('.');
		String section = key.substring(0, first);
		return (first == last) ? "[" + section + "]" : "[" + section + " \""
				+ key.substring(first + 1, last).replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
	}

	private static String quoted(String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
	}

	private Map<String, List<String>> copy() {
		Map<String, List<String>> copy = new LinkedHashMap<>();
		this.values.forEach((key, values) -> copy.put(key, new ArrayList<>(values)));
		return copy;
	}

}
