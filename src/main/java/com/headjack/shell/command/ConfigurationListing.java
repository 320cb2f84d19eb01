package com.headjack.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.KnownCredentials;
import com.headjack.configuration.Configuration;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.FoundSetting;
import com.headjack.configuration.Setting;
import com.headjack.shell.terminal.Output;

/**
 * Lists the keys with their values, where they are from, and what they are for.
 */
final class ConfigurationListing {

	private static final int WIDTH = 80;

	private static final String INDENTATION = "    ";

	private final Configuration configuration;

	private final KnownCredentials known;

	private final Output output;

	ConfigurationListing(Configuration configuration, KnownCredentials known, Output output) {
		this.configuration = configuration;
		this.known = known;
		this.output = output;
	}

	/**
	 * Returns the value in force.
	 * @return the value without credentials, or empty if there is none
	 */
	Optional<String> value(ConfigurationKey key) {
		return this.configuration.find(key)
			.map((found) -> this.known.masked(found.value().shown()))
			.or(key.setting()::usual);
	}

	void print() {
		rows().forEach(this::print);
	}

	private void print(Row row) {
		String value = (row.found() != null) ? this.known.masked(row.found().value().shown())
				: row.setting().usual().orElse("");
		String from = (row.found() != null)
				? " From " + row.found().origin()
						+ row.setting().usual().map((usual) -> " (default: " + usual + ")").orElse("") + "."
				: value.isEmpty() ? " Not set." : " The default.";
		this.output.result((row.name() + " = " + value).strip());
		String sentence = row.setting().sentence();
		wrapped(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + "." + from)
			.forEach((line) -> this.output.result(INDENTATION + line));
	}

	private static List<String> wrapped(String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" ", -1)) {
			if (!line.isEmpty() && INDENTATION.length() + line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	/**
	 * Prints all keys as JSON, or one.
	 */
	void json(Optional<ConfigurationKey> key) {
		List<Row> rows = key.map((one) -> List.of(row(one))).orElseGet(this::rows);
		Listing.print(this.output, rows.stream().map(this::members).toList());
	}

	private Row row(ConfigurationKey key) {
		return new Row(key.name(), key.setting(), this.configuration.find(key).orElse(null));
	}

	private List<Row> rows() {
		return Arrays.stream(Setting.values()).flatMap(this::rows).toList();
	}

	/**
	 * A key of agents is there for each agent that has a value, or once for all.
	 */
	private Stream<Row> rows(Setting setting) {
		List<Row> set = this.configuration.settings()
			.map(FoundSetting::key)
			.filter((key) -> key.setting() == setting)
			.map(this::row)
			.toList();
		return set.isEmpty() ? Stream.of(new Row(setting.pattern(), setting, null)) : set.stream();
	}

	private Map<String, @Nullable Object> members(Row row) {
		FoundSetting found = row.found();
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("key", row.name());
		members.put("value", (found != null) ? masked(found.value().plain()) : row.setting().usual().orElse(null));
		members.put("from", (found != null) ? found.origin() : "default");
		members.put("default", row.setting().usual().orElse(null));
		members.put("takes", row.setting().takes());
		members.put("description", row.setting().sentence());
		return members;
	}

	private Object masked(Object value) {
		return switch (value) {
			case String text -> this.known.masked(text);
			case List<?> items -> items.stream().map((item) -> masked(item)).toList();
			case Map<?, ?> variables -> {
				Map<Object, Object> masked = new LinkedHashMap<>();
				variables.forEach((name, text) -> masked.put(name, masked(text)));
				yield masked;
			}
			default -> value;
		};
	}

	/**
	 * A line of the listing.
	 *
	 * @param name the key
	 * @param setting its setting
	 * @param found the value, or {@code null} if nobody set one
	 */
	private record Row(String name, Setting setting, @Nullable FoundSetting found) {

	}

}
