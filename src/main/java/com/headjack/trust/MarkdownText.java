package com.headjack.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.configuration.YamlDocument;
import com.headjack.failure.HeadjackException;

/**
 * A text in Markdown that may begin with settings in YAML, between two lines {@code ---}.
 *
 * @param text the text
 */
record MarkdownText(String text) {

	private static final String FENCE = "---";

	/**
	 * What separates words, for any agent.
	 */
	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]");

	private static final Pattern ENTRY = Pattern.compile("([\\w-]+):[ \\t]+([^\"'\\s].*)");

	/**
	 * Returns the values of the settings, and each other line as a value of the file
	 * itself.
	 * @throws UnreadableException if the settings are not valid YAML
	 */
	List<Leaf> leaves() throws UnreadableException {
		List<String> lines = this.text.lines().toList();
		int end = end(lines);
		List<Leaf> leaves = new ArrayList<>();
		if (end > 0) {
			add(settings(lines.subList(1, end)), List.of(), leaves);
		}
		lines.subList(end + 1, lines.size())
			.forEach((line) -> leaves.add(new Leaf(List.of(), BLANK.matcher(line).replaceAll(" ").stripTrailing())));
		return leaves;
	}

	/**
	 * Returns the line that ends the settings, or -1 if there are none.
	 */
	private static int end(List<String> lines) {
		if (lines.isEmpty() || !isFence(lines.getFirst())) {
			return -1;
		}
		for (int line = 1; line < lines.size(); line++) {
			if (isFence(lines.get(line))) {
				return line;
			}
		}
		return -1;
	}

	private static boolean isFence(String line) {
		return line.stripTrailing().equals(FENCE);
	}

	/**
	 * Reads settings. Agents also take a text that lacks the quotes it needs in YAML.
	 */
	private static Object settings(List<String> lines) throws UnreadableException {
		Object asTheyAre = tree(lines);
		Object settings = (asTheyAre != null) ? asTheyAre : tree(lines.stream().map(MarkdownText::quoted).toList());
		if (settings == null) {
			throw new UnreadableException("cannot be read");
		}
		return settings;
	}

	/**
	 * Returns the values, or {@code null} if this is not valid YAML.
	 */
	private static @Nullable Object tree(List<String> lines) {
		try {
			Object tree = YamlDocument.parse(String.join("\n", lines), FENCE).tree();
			return (tree != null) ? tree : Map.of();
		}
		catch (HeadjackException ex) {
			return null;
		}
	}

	private static String quoted(String line) {
		Matcher entry = ENTRY.matcher(line);
		return (entry.matches() && tree(List.of(line)) == null)
				? entry.group(1) + ": '" + entry.group(2).replace("'", "''") + "'" : line;
	}

	private static void add(@Nullable Object value, List<String> path, List<Leaf> leaves) {
		switch (value) {
			case null -> {
			}
			case Map<?, ?> members ->
				members.forEach((name, member) -> add(member, below(path, String.valueOf(name)), leaves));
			case List<?> items -> {
				for (int index = 0; index < items.size(); index++) {
					add(items.get(index), below(path, String.valueOf(index)), leaves);
				}
			}
			default -> leaves.add(new Leaf(path, value.toString()));
		}
	}

	private static List<String> below(List<String> path, String part) {
		return Stream.concat(path.stream(), Stream.of(part)).toList();
	}

}
