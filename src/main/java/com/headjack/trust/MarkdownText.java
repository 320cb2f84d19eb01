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

	/**
	 * What separates words, for any agent.
	 */
	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]");

	private static final Pattern BEGIN = Pattern.compile("---[\\s\\p{Z}\\uFEFF]*\\n");

	/**
	 * What ends the settings: for Claude Code anything, for others the beginning of a
	 * line, or a whole line.
	 */
	private static final List<Pattern> ENDS = List.of(Pattern.compile("---"), Pattern.compile("(?<=\\n)---"),
			Pattern.compile("(?<=\\n)---[ \\t\\r]*(?=\\n|\\z)"));

	private static final Pattern ENTRY = Pattern.compile("([\\w-]+):[ \\t]+([^\"'\\s].*)");

	/**
	 * Returns the values of the settings, as each agent may read them, and each other
	 * line as a value of the file itself.
	 * @throws UnreadableException if the settings are not valid YAML
	 */
	List<Leaf> leaves() throws UnreadableException {
		Matcher begin = BEGIN.matcher(this.text);
		List<Integer> ends = begin.lookingAt() ? ends(begin.end()) : List.of();
		List<Leaf> leaves = new ArrayList<>();
		for (int end : ends) {
			add(settings(this.text.substring(begin.end(), end).lines().toList()), List.of(), leaves);
		}
		this.text.substring(ends.isEmpty() ? 0 : ends.getFirst())
			.lines()
			.forEach((line) -> leaves.add(new Leaf(List.of(), BLANK.matcher(line).replaceAll(" ").stripTrailing())));
		return leaves.stream().distinct().toList();
	}

	/**
	 * Returns where the settings may end, in the order of the places; none if they do
	 * not.
	 */
	private List<Integer> ends(int begin) {
		return ENDS.stream()
			.map((end) -> end.matcher(this.text))
			.filter((end) -> end.find(begin))
			.map(Matcher::start)
			.distinct()
			.sorted()
			.toList();
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
			Object tree = YamlDocument.parse(String.join("\n", lines), "---").tree();
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
