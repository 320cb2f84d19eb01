package com.headjack.configuration;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Parses YAML into nodes that know their position in the text, and writes values.
 */
final class Yaml {

	private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{N}~/._][\\p{L}\\p{N} ~/._@%+=:-]*");

	private static final int DEEPEST = 40;

	private static final int MOST_ALIASES = 50;

	/**
	 * What to do about a file that is wrong.
	 */
	static final String REMEDY = "correct it with 'hjk config --edit'";

	private Yaml() {
	}

	/**
	 * Parses a text.
	 * @param text the text
	 * @param source the name of the text in error messages
	 * @return the root node, or empty if the text holds no value
	 * @throws HeadjackException if the text is not valid YAML, is nested too deeply, or
	 * repeats parts of itself too often
	 */
	static Optional<Node> parse(String text, String source) {
		try {
			requireModest(text, source);
			return Optional.ofNullable(compose(text)).filter((node) -> !empty(node));
		}
		catch (MarkedYAMLException ex) {
			throw malformed(source, ex.getProblemMark(), problem(ex), ex);
		}
		catch (YAMLException ex) {
			throw malformed(source, null, "it cannot be parsed", ex);
		}
	}

	/**
	 * Looks at the text before it becomes nodes: few lines can stand for very many.
	 */
	private static void requireModest(String text, String source) {
		int depth = 0;
		int aliases = 0;
		for (Event event : new org.yaml.snakeyaml.Yaml(options()).parse(new StringReader(text))) {
			depth += (event instanceof CollectionStartEvent) ? 1 : (event instanceof CollectionEndEvent) ? -1 : 0;
			aliases += (event instanceof AliasEvent) ? 1 : 0;
			if (depth > DEEPEST) {
				throw malformed(source, event.getStartMark(), "it is nested more than " + DEEPEST + " levels deep",
						null);
			}
			if (aliases > MOST_ALIASES) {
				throw malformed(source, event.getStartMark(), "it has more than " + MOST_ALIASES + " aliases", null);
			}
		}
	}

	/**
	 * A tag may name a class, which does not matter.
	 */
	private static String problem(MarkedYAMLException ex) {
		String problem = String.valueOf(ex.getProblem());
		return problem.startsWith("Global tag") ? "tags such as !!name have no meaning here" : problem;
	}

	private static HeadjackException malformed(String source, @Nullable Mark mark, String problem,
			@Nullable YAMLException cause) {
		String place = (mark != null) ? " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) : "";
		return new HeadjackException(FailureKind.FAILED,
				"%s is not valid YAML%s: %s".formatted(source, place, problem.lines().findFirst().orElse("")), REMEDY,
				cause);
	}

	private static @Nullable Node compose(String text) {
		return new org.yaml.snakeyaml.Yaml(options()).compose(new StringReader(text));
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(MOST_ALIASES);
		return options;
	}

	static boolean empty(Node node) {
		return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
	}

	/**
	 * Writes the value of a node on one line.
	 * @param node the node
	 * @return YAML in flow style
	 */
	static String write(Node node) {
		return switch (node) {
			case SequenceNode sequence ->
				sequence.getValue().stream().map(Yaml::write).collect(Collectors.joining(", ", "[", "]"));
			case MappingNode mapping ->
				mapping.getValue().stream().map(Yaml::write).collect(Collectors.joining(", ", "{", "}"));
			case ScalarNode scalar -> write(scalar.getValue());
			default -> throw new IllegalStateException("No such node in a composed text");
		};
	}

	private static String write(NodeTuple entry) {
		return write(entry.getKeyNode()) + ": " + write(entry.getValueNode());
	}

	/**
	 * Writes a text so that YAML reads it back as the same text.
	 * @param text the text
	 * @return the text, in quotes if necessary
	 */
	static String write(String text) {
		return plain(text) ? text
				: "\"" + text.codePoints().mapToObj(Yaml::escaped).collect(Collectors.joining()) + "\"";
	}

	private static boolean plain(String text) {
		if (!HARMLESS.matcher(text).matches()) {
			return false;
		}
		try {
			return compose("[" + text + "]") instanceof SequenceNode list && list.getValue().size() == 1
					&& list.getValue().getFirst() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)
					&& scalar.getValue().equals(text);
		}
		catch (YAMLException ex) {
			return false;
		}
	}

	private static String escaped(int character) {
		return switch (character) {
			case '"' -> "\\\"";
			case '\\' -> "\\\\";
			case '\n' -> "\\n";
			case '\t' -> "\\t";
			default ->
				(Character.isISOControl(character) || character == 0x2028 || character == 0x2029 || character == 0xfeff)
						? String.format(Locale.ROOT, "\\u%04x", character) : Character.toString(character);
		};
	}

}
