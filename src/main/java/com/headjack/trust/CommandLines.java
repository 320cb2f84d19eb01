package com.headjack.trust;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.headjack.text.ShellWord;

/**
 * The command lines of programs that settings name: those in a member {@code command},
 * with the words in {@code args} beside it. A long one is told word by word.
 */
final class CommandLines {

	private static final int LONGEST = 100;

	private static final String COMMAND = "command";

	private static final String OPTION = "-[\\w-]*";

	private static final Set<String> MEMBERS = Set.of(COMMAND, "args");

	private final Map<Leaf, String> lines = new HashMap<>();

	private final Set<Leaf> arguments = new HashSet<>();

	/**
	 * Finds the command lines.
	 * @param leaves the values that matter
	 */
	CommandLines(List<Leaf> leaves) {
		leaves.stream()
			.filter((leaf) -> member(leaf) > 0)
			.collect(Collectors.groupingBy((leaf) -> leaf.path().subList(0, member(leaf))))
			.values()
			.forEach(this::join);
	}

	/**
	 * Whether a value is told with another one, as an argument of its program.
	 */
	boolean tellsAlready(Leaf leaf) {
		return this.arguments.contains(leaf);
	}

	/**
	 * Returns what to tell of a value: a program's with its arguments.
	 */
	String value(Leaf leaf) {
		return this.lines.getOrDefault(leaf, leaf.value());
	}

	private void join(List<Leaf> leaves) {
		List<Leaf> words = leaves.stream().sorted(Comparator.comparing(CommandLines::isArgument)).toList();
		long places = words.stream().map(Leaf::path).distinct().count();
		String line = words.stream().map(CommandLines::quoted).collect(Collectors.joining(" "));
		if (words.size() > 1 && places == words.size() && !isArgument(words.getFirst()) && line.length() <= LONGEST) {
			this.lines.put(words.getFirst(), line);
			this.arguments.addAll(words.subList(1, words.size()));
		}
	}

	private static String quoted(Leaf word) {
		return word.value().matches(OPTION) ? word.value() : ShellWord.quoted(word.value());
	}

	private static boolean isArgument(Leaf leaf) {
		return !leaf.path().get(member(leaf)).equals(COMMAND);
	}

	/**
	 * Returns the position of the member in the path, or -1 if the value is of another.
	 */
	private static int member(Leaf leaf) {
		int last = leaf.path().size() - 1;
		int member = (last > 0 && leaf.path().get(last).matches("\\d+")) ? last - 1 : last;
		return (member >= 0 && MEMBERS.contains(leaf.path().get(member))) ? member : -1;
	}

}
