package com.headjack.configuration;

import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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

	private Yaml() {
	}

	/**
	 * Parses a text.
	 * @param text the text
	 * @param source the name of the text in error messages
	 * @return the root node, or empty if the text holds no value
	 * @throws HeadjackException if the text is not valid YAML
	 */
	static Optional<Node> parse(String text, String source) {
		return read(() -> Optional.ofNullable(compose(text)).filter((node) -> !empty(node)), source);
	}

	/**
	 * Checks that a text consists of keys with values, each key once.
	 * @param text the text
	 * @param source the name of the text in error messages
	 * @throws HeadjackException if the text is anything else
	 */
	static void check(String text, String source) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Object value = read(() -> new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text), source);
		if (value != null && !(value instanceof Map)) {
			throw new HeadjackException(FailureKind.FAILED, source + " holds no keys with values",
					"correct it with 'hjk config --edit'");
		}
	}

	private static <T extends @Nullable Object> T read(Supplier<T> reading, String source) {
		try {
			return reading.get();
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw malformed(source + " is not valid YAML in line " + line + ": " + ex.getProblem(), ex);
		}
		catch (YAMLException ex) {
			throw malformed(source + " is not valid YAML", ex);
		}
	}

	private static HeadjackException malformed(String message, YAMLException cause) {
		return new HeadjackException(FailureKind.FAILED, message, "correct it with 'hjk config --edit'", cause);
	}

	private static @Nullable Node compose(String text) {
		return new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
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
