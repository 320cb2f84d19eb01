package com.headjack.configuration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import com.headjack.failure.HeadjackException;

/**
 * A document in YAML, of modest size, that knows where its values stand. Words such as
 * {@code yes} and dates are texts, as in YAML 1.2.
 */
public final class YamlDocument {

	private static final int MOST_VALUES = 20_000;

	private static final int DEEPEST = 60;

	private final String source;

	private final Optional<Node> root;

	private int values;

	private YamlDocument(String source, Optional<Node> root) {
		this.source = source;
		this.root = root;
	}

	/**
	 * Parses a text.
	 * @param text the text
	 * @param source the name of the text in error messages
	 * @return the document
	 * @throws HeadjackException if the text is not valid YAML, or stands for too much;
	 * the message names the line
	 */
	public static YamlDocument parse(String text, String source) {
		return new YamlDocument(source, Yaml.parse(text, source));
	}

	/**
	 * Returns the values.
	 * @return a mapping, a list, a text, a number, a truth value, or {@code null} for an
	 * empty document
	 * @throws HeadjackException if a key is no text or stands twice; the message names
	 * the line
	 */
	public @Nullable Object tree() {
		this.values = 0;
		return this.root.map((node) -> value(node, 0)).orElse(null);
	}

	private @Nullable Object value(Node node, int depth) {
		if (++this.values > MOST_VALUES || depth > DEEPEST) {
			throw Place.of(this.source, node).refused("its aliases expand to too much", "write it without aliases");
		}
		return switch (node) {
			case MappingNode mapping -> mapping(mapping, depth);
			case SequenceNode sequence -> {
				List<@Nullable Object> items = new ArrayList<>();
				sequence.getValue().forEach((item) -> items.add(value(item, depth + 1)));
				yield items;
			}
			case ScalarNode scalar -> scalar(scalar);
			default -> throw new IllegalStateException("No such node in a composed text");
		};
	}

	private Map<String, @Nullable Object> mapping(MappingNode mapping, int depth) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		for (NodeTuple entry : mapping.getValue()) {
			if (!entry.getKeyNode().getTag().equals(Tag.MERGE)) {
				String key = key(entry.getKeyNode());
				if (members.containsKey(key)) {
					throw Place.of(this.source, entry.getKeyNode())
						.refused("\"" + key + "\" appears twice", "remove one of the two");
				}
				members.put(key, value(entry.getValueNode(), depth + 1));
			}
		}
		mapping.getValue()
			.stream()
			.filter((entry) -> entry.getKeyNode().getTag().equals(Tag.MERGE))
			.forEach((entry) -> merge(entry.getValueNode(), members, depth + 1));
		return members;
	}

	private void merge(Node other, Map<String, @Nullable Object> members, int depth) {
		switch (value(other, depth)) {
			case Map<?, ?> more -> more.forEach((key, value) -> members.putIfAbsent(key.toString(), value));
			case List<?> several when other instanceof SequenceNode sequence && !several.isEmpty() ->
				sequence.getValue().forEach((one) -> merge(one, members, depth + 1));
			case null, default ->
				throw Place.of(this.source, other).refused("'<<' takes a mapping", "write '<<: *NAME'");
		}
	}

	private String key(Node node) {
		if (node instanceof ScalarNode key) {
			return key.getValue();
		}
		throw Place.of(this.source, node).refused("a key must be a text", "write it as NAME: value");
	}

	private static @Nullable Object scalar(ScalarNode node) {
		String text = node.getValue();
		if (node.getScalarStyle() != ScalarStyle.PLAIN) {
			return text;
		}
		return switch (text) {
			case "", "~", "null", "Null", "NULL" -> null;
			case "true", "True", "TRUE" -> true;
			case "false", "False", "FALSE" -> false;
			default -> number(text);
		};
	}

	private static Object number(String text) {
		if (text.matches("-?(0|[1-9]\\d{0,8})")) {
			return Integer.valueOf(text);
		}
		if (text.matches("-?[1-9]\\d{9,60}")) {
			return new BigInteger(text);
		}
		return text.matches("-?(0|[1-9]\\d{0,60})\\.\\d{1,60}") ? new BigDecimal(text) : text;
	}

	/**
	 * Returns where a value stands.
	 * @param path the keys and the positions in lists that lead to it, outermost first
	 * @return the file, line and column of the last part that is there, such as
	 * {@code a.yaml:3:5}
	 */
	public String place(List<?> path) {
		Node node = this.root.orElse(null);
		Place place = (node != null) ? Place.of(this.source, node) : new Place(this.source, 1, 1);
		for (Object step : path) {
			Node next = (node != null) ? step(node, step).orElse(null) : null;
			if (next != null) {
				place = Place.of(this.source, next);
			}
			node = next;
		}
		return place.toString();
	}

	/**
	 * Finds a text.
	 * @param text the text
	 * @return the keys and the positions that lead to its first place, none if it is not
	 * there
	 */
	public List<Object> pathOf(String text) {
		return pathOf(text, tree()).orElse(List.of());
	}

	private static Optional<List<Object>> pathOf(String text, @Nullable Object value) {
		return switch (value) {
			case Map<?, ?> members -> members.entrySet()
				.stream()
				.flatMap((member) -> below(text, member.getKey(), member.getValue()))
				.findFirst();
			case List<?> items -> IntStream.range(0, items.size())
				.boxed()
				.flatMap((index) -> below(text, index, items.get(index)))
				.findFirst();
			case null -> Optional.empty();
			default -> value.equals(text) ? Optional.of(List.of()) : Optional.empty();
		};
	}

	private static Stream<List<Object>> below(String text, Object step, @Nullable Object value) {
		return pathOf(text, value).map((path) -> Stream.concat(Stream.of(step), path.stream()).toList()).stream();
	}

	private static Optional<Node> step(Node node, Object step) {
		return switch (node) {
			case MappingNode mapping -> mapping.getValue()
				.stream()
				.filter((entry) -> entry.getKeyNode() instanceof ScalarNode key
						&& key.getValue().equals(step.toString()))
				.map(NodeTuple::getValueNode)
				.findFirst();
			case SequenceNode sequence when step instanceof Integer index && index >= 0
					&& index < sequence.getValue().size() ->
				Optional.of(sequence.getValue().get(index));
			default -> Optional.empty();
		};
	}

	/**
	 * Returns where a key stands.
	 * @param path the keys and the positions that lead to it, outermost first
	 * @return the file, line and column
	 */
	public String placeOfKey(List<?> path) {
		Node node = this.root.orElse(null);
		for (Object step : path.subList(0, path.size() - 1)) {
			node = (node != null) ? step(node, step).orElse(null) : null;
		}
		return (node instanceof MappingNode mapping) ? mapping.getValue()
			.stream()
			.map(NodeTuple::getKeyNode)
			.filter((key) -> key instanceof ScalarNode scalar && scalar.getValue().equals(path.getLast().toString()))
			.map((key) -> Place.of(this.source, key).toString())
			.findFirst()
			.orElseGet(() -> place(path)) : place(path);
	}

}
