package com.headjack.gitconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The settings that apply in a working tree on the host, in the order in which git reads
 * them.
 *
 * @param entries the settings
 */
record HostListing(List<HostEntry> entries) {

	HostListing {
		entries = List.copyOf(entries);
	}

	/**
	 * Parses what {@code git config --list --null --show-scope} prints.
	 * @param output the output
	 * @return the settings
	 */
	static HostListing parse(String output) {
		List<HostEntry> entries = new ArrayList<>();
		String[] fields = output.split("\0", -1);
		for (int i = 0; i + 1 < fields.length; i += 2) {
			ConfigurationScope scope = ConfigurationScope.parse(fields[i]);
			String field = fields[i + 1];
			int end = field.indexOf('\n');
			String value = (end < 0) ? null : field.substring(end + 1);
			ConfigurationKey.parse((end < 0) ? field : field.substring(0, end))
				.ifPresent((key) -> entries.add(new HostEntry(scope, key, value)));
		}
		return new HostListing(entries);
	}

	/**
	 * Returns the settings with one that comes from the environment.
	 */
	HostListing with(String key, String value) {
		List<HostEntry> all = new ArrayList<>(this.entries);
		ConfigurationKey.parse(key)
			.ifPresent((parsed) -> all.add(new HostEntry(ConfigurationScope.COMMAND, parsed, value)));
		return new HostListing(all);
	}

	/**
	 * Returns the settings without those that the environment replaces.
	 */
	HostListing settled() {
		Set<ConfigurationKey> replaced = this.entries.stream()
			.filter((entry) -> entry.scope() == ConfigurationScope.COMMAND)
			.map(HostEntry::key)
			.collect(Collectors.toSet());
		return new HostListing(this.entries.stream()
			.filter((entry) -> entry.scope() == ConfigurationScope.COMMAND || !replaced.contains(entry.key()))
			.toList());
	}

	/**
	 * Finds the setting that counts.
	 */
	Optional<HostEntry> last(ConfigurationKey key) {
		return this.entries.stream().filter((entry) -> entry.key().equals(key)).reduce((first, second) -> second);
	}

	Optional<HostEntry> last(String key) {
		return ConfigurationKey.parse(key).flatMap(this::last);
	}

	Optional<String> value(String key) {
		return last(key).map(HostListing::text);
	}

	private static String text(HostEntry entry) {
		@Nullable String value = entry.value();
		return (value != null) ? value : "true";
	}

	/**
	 * Whether a setting is on.
	 * @param key its key
	 * @return whether its value is one that git reads as {@code true}
	 */
	boolean on(String key) {
		return value(key).filter(HostListing::truth).isPresent();
	}

	private static boolean truth(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true", "yes", "on" -> true;
			default -> value.matches("-?[0-9]+[kmgKMG]?") && !value.matches("-?0+[kmgKMG]?");
		};
	}

}
