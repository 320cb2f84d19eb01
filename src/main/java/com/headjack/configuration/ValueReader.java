package com.headjack.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import com.headjack.configuration.Form.Shape;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Reads the value of a key.
 *
 * @param key the key
 */
record ValueReader(ConfigurationKey key) {

	private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

	private static final int LONGEST = 60;

	/**
	 * Reads what a user typed: a text, YAML on one line, or the words of a list or the
	 * {@code NAME=value} of a mapping.
	 * @param words the words, at least one
	 * @throws HeadjackException if the key takes another value
	 */
	SettingValue read(List<String> words) {
		return switch (shape()) {
			case TEXT -> text(words);
			case LIST -> list(words);
			case MAPPING -> mapping(words);
		};
	}

	private SettingValue text(List<String> words) {
		if (words.size() > 1) {
			throw new HeadjackException(FailureKind.MISUSED, this.key + " takes one value, not " + words.size(),
					"put a value with spaces in quotes");
		}
		return checked(text(words.getFirst()));
	}

	/**
	 * White space around a value does not count, but it does in a variable.
	 */
	private SettingValue text(String text) {
		boolean verbatim = this.key.variable() != null && this.key.setting().form().isVerbatim();
		return new SettingValue.Text(verbatim ? text : text.strip());
	}

	private Shape shape() {
		return (this.key.variable() != null) ? Shape.TEXT : this.key.setting().form().shape();
	}

	private SettingValue list(List<String> words) {
		String first = words.getFirst().strip();
		if (words.size() == 1 && first.startsWith("[")) {
			return parsed(first);
		}
		if (words.size() == 1 && first.matches("-\\S+\\s.+")) {
			String several = new SettingValue.Items(List.of(first.split("\\s+"))).shown();
			throw invalid("use " + several + " for several words, or [\"" + first + "\"] for one");
		}
		return checked(new SettingValue.Items((words.size() == 1) ? List.of(first) : words));
	}

	private SettingValue mapping(List<String> words) {
		if (words.stream().allMatch((word) -> word.matches("(?s)\\w[^=\\s:]*=.*"))) {
			Map<String, String> variables = new LinkedHashMap<>();
			words.stream().map((word) -> word.split("=", 2)).forEach((word) -> variables.put(word[0], word[1]));
			return checked(new SettingValue.Variables(variables));
		}
		return parsed(String.join(" ", words));
	}

	private SettingValue parsed(String yaml) {
		return read(parse(yaml).orElseThrow(() -> invalid(remedy())));
	}

	private Optional<Node> parse(String yaml) {
		try {
			return Yaml.parse(yaml, "the value of " + this.key);
		}
		catch (HeadjackException ex) {
			throw new HeadjackException(FailureKind.MISUSED, String.valueOf(ex.getMessage()),
					"write all of it in quotes, such as "
							+ ((shape() == Shape.LIST) ? "'[--model, opus]'" : "'{NAME: value}'"),
					ex);
		}
	}

	/**
	 * Reads a value of a file.
	 * @param node the value
	 * @throws HeadjackException if the key takes another value
	 */
	SettingValue read(Node node) {
		return checked(switch (shape()) {
			case TEXT -> text(scalar(node));
			case LIST -> new SettingValue.Items(items(node));
			case MAPPING -> new SettingValue.Variables(variables(node));
		});
	}

	private List<String> items(Node node) {
		return (node instanceof SequenceNode sequence) ? sequence.getValue().stream().map(this::scalar).toList()
				: List.of(scalar(node));
	}

	private Map<String, String> variables(Node node) {
		if (!(node instanceof MappingNode mapping)) {
			throw invalid(remedy());
		}
		Map<String, String> variables = new LinkedHashMap<>();
		for (NodeTuple entry : mapping.getValue()) {
			variables.put(scalar(entry.getKeyNode()), scalar(entry.getValueNode()));
		}
		return variables;
	}

	private String scalar(Node node) {
		if (node instanceof ScalarNode scalar && TAGS.contains(node.getTag()) && !Yaml.empty(node)) {
			return scalar.getValue();
		}
		throw invalid(remedy());
	}

	private SettingValue checked(SettingValue value) {
		Form form = this.key.setting().form();
		for (String text : value.texts()) {
			if (!form.accepts(text) && !text.isBlank()) {
				throw new HeadjackException(FailureKind.MISUSED,
						"invalid value \"%s\" for %s".formatted(shortened(text), this.key), remedy());
			}
		}
		if (value instanceof SettingValue.Variables(var variables)) {
			variables.keySet().forEach((name) -> requireName(form, name));
		}
		return value;
	}

	private void requireName(Form form, String name) {
		if (!form.acceptsName(name)) {
			throw form.isVerbatim() ? invalid(remedy()) : new HeadjackException(FailureKind.MISUSED,
					"invalid repository ID \"%s\" in %s".formatted(shortened(name), this.key), remedy());
		}
	}

	static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
	}

	private String remedy() {
		return "use " + this.key.setting().takes();
	}

	private HeadjackException invalid(String remedy) {
		return new HeadjackException(FailureKind.MISUSED, "invalid value for " + this.key, remedy);
	}

}
