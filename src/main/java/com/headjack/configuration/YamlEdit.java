package com.headjack.configuration;

import java.util.List;
import java.util.Optional;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Changes one value in a YAML text and leaves every other character as it is.
 */
final class YamlEdit {

	private final String text;

	private final String source;

	private final String lineBreak;

	/**
	 * Creates an edit of a text.
	 * @param text the text
	 * @param source the name of the text in error messages
	 */
	YamlEdit(String text, String source) {
		this.text = text;
		this.source = source;
		this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
	}

	/**
	 * Finds a value.
	 * @param path the keys that lead to it, outermost first
	 * @return the value, or empty if there is none
	 * @throws HeadjackException if the text is not valid YAML
	 */
	Optional<Node> find(List<String> path) {
		Optional<Node> root = Yaml.parse(this.text, this.source);
		return root.flatMap((node) -> find(node, path)).filter((node) -> !Yaml.empty(node));
	}

	private Optional<Node> find(Node node, List<String> path) {
		if (path.isEmpty()) {
			return Optional.of(node);
		}
		return step(node, path).flatMap((step) -> find(step.entry().getValueNode(), step.rest()));
	}

	/**
	 * Changes or adds a value.
	 * @param path the keys that lead to it, outermost first
	 * @param value the value as YAML, on one line
	 * @return the new text
	 * @throws HeadjackException if the text is not valid YAML, or another kind of value
	 * is in the way
	 */
	String set(List<String> path, String value) {
		Optional<Node> root = Yaml.parse(this.text, this.source);
		return root.map((node) -> set(node, path, value)).orElseGet(() -> append(block(path, value, 0)));
	}

	private String set(Node node, List<String> path, String value) {
		if (!(node instanceof MappingNode mapping)) {
			throw inTheWay(node, path);
		}
		Optional<Step> step = step(node, path);
		if (step.isEmpty()) {
			return add(mapping, path, value);
		}
		NodeTuple entry = step.get().entry();
		if (start(entry.getValueNode()) < index(entry.getKeyNode().getEndMark())) {
			// An alias: its value is elsewhere, and other keys may share it.
			throw inTheWay(entry.getKeyNode(), path);
		}
		if (step.get().rest().isEmpty()) {
			return replace(entry, value);
		}
		return Yaml.empty(entry.getValueNode()) ? nest(mapping, entry, step.get().rest(), value)
				: set(entry.getValueNode(), step.get().rest(), value);
	}

	/**
	 * Removes a value, and the groups that hold nothing else.
	 * @param path the keys that lead to it, outermost first
	 * @return the new text
	 * @throws HeadjackException if the text is not valid YAML, or the value cannot be
	 * removed
	 */
	String unset(List<String> path) {
		return Yaml.parse(this.text, this.source).map((node) -> unset(node, path)).orElse(this.text);
	}

	private String unset(Node node, List<String> path) {
		Step step = step(node, path).orElse(null);
		if (step == null || !(node instanceof MappingNode mapping)) {
			return this.text;
		}
		Node value = step.entry().getValueNode();
		boolean shared = start(value) < index(step.entry().getKeyNode().getEndMark());
		if (shared) {
			throw inTheWay(step.entry().getKeyNode(), path);
		}
		if (!step.rest().isEmpty() && !alone(step)) {
			return unset(value, step.rest());
		}
		return (mapping.getFlowStyle() == FlowStyle.FLOW) ? cutInline(mapping, step.entry()) : cutLines(step.entry());
	}

	/**
	 * Whether a group holds nothing but the rest of the path, and no comment.
	 */
	private boolean alone(Step step) {
		if (step.rest().isEmpty()) {
			return true;
		}
		return step.entry().getValueNode() instanceof MappingNode below && below.getValue().size() == 1
				&& start(below) >= afterColon(step.entry())
				&& !this.text.substring(afterColon(step.entry()), start(below)).contains("#")
				&& step(below, step.rest()).filter(this::alone).isPresent();
	}

	private String cutInline(MappingNode mapping, NodeTuple entry) {
		int position = mapping.getValue().indexOf(entry);
		boolean last = position == mapping.getValue().size() - 1;
		int from = (last && position > 0) ? end(mapping.getValue().get(position - 1).getValueNode())
				: start(entry.getKeyNode());
		int to = last ? end(entry.getValueNode()) : start(mapping.getValue().get(position + 1).getKeyNode());
		return splice(from, to, "");
	}

	private String cutLines(NodeTuple entry) {
		int from = this.text.lastIndexOf('\n', Math.max(0, start(entry.getKeyNode()) - 1)) + 1;
		if (start(entry.getKeyNode()) == 0) {
			from = 0;
		}
		int lineEnd = this.text.indexOf('\n', Math.max(afterColon(entry), end(entry.getValueNode())) - 1);
		return splice(from, (lineEnd < 0) ? this.text.length() : lineEnd + 1, "");
	}

	private static Optional<Step> step(Node node, List<String> path) {
		return (node instanceof MappingNode mapping)
				? mapping.getValue().stream().flatMap((entry) -> step(entry, path).stream()).findFirst()
				: Optional.empty();
	}

	private static Optional<Step> step(NodeTuple entry, List<String> path) {
		if (entry.getKeyNode() instanceof ScalarNode key) {
			for (int length = 1; length <= path.size(); length++) {
				if (key.getValue().equals(String.join(".", path.subList(0, length)))) {
					return Optional.of(new Step(entry, path.subList(length, path.size())));
				}
			}
		}
		return Optional.empty();
	}

	private String replace(NodeTuple entry, String value) {
		Node old = entry.getValueNode();
		if (Yaml.empty(old) && start(old) == end(old)) {
			return splice(afterColon(entry), afterColon(entry), " " + value);
		}
		boolean inline = old.getStartMark().getLine() == entry.getKeyNode().getEndMark().getLine();
		return inline ? splice(start(old), end(old), value) : splice(afterColon(entry), end(old), " " + value);
	}

	private String add(MappingNode mapping, List<String> path, String value) {
		if (mapping.getFlowStyle() == FlowStyle.FLOW) {
			String separator = mapping.getValue().isEmpty() ? "" : ", ";
			int inside = start(mapping) + 1;
			return splice(inside, inside, flow(path, value) + separator);
		}
		int indentation = mapping.getValue().getFirst().getKeyNode().getStartMark().getColumn();
		return insertLine(end(mapping), block(path, value, indentation));
	}

	private String nest(MappingNode mapping, NodeTuple entry, List<String> path, String value) {
		if (mapping.getFlowStyle() == FlowStyle.FLOW) {
			throw inTheWay(entry.getValueNode(), path);
		}
		int indentation = entry.getKeyNode().getStartMark().getColumn() + 2;
		Node old = entry.getValueNode();
		String shorter = splice(start(old), end(old), "");
		return new YamlEdit(shorter, this.source).insertLine(afterColon(entry), block(path, value, indentation));
	}

	private String insertLine(int position, String lines) {
		int lineEnd = this.text.indexOf('\n', Math.max(0, position));
		return (lineEnd < 0) ? append(lines) : splice(lineEnd + 1, lineEnd + 1, lines);
	}

	private String append(String lines) {
		boolean complete = this.text.isEmpty() || this.text.endsWith("\n");
		return this.text + (complete ? "" : this.lineBreak) + lines;
	}

	private String block(List<String> path, String value, int indentation) {
		StringBuilder lines = new StringBuilder();
		for (int depth = 0; depth < path.size(); depth++) {
			boolean last = depth == path.size() - 1;
			lines.append(" ".repeat(indentation + 2 * depth))
				.append(Yaml.write(path.get(depth)))
				.append(last ? ": " + value : ":")
				.append(this.lineBreak);
		}
		return lines.toString();
	}

	private static String flow(List<String> path, String value) {
		String rest = (path.size() == 1) ? value : "{" + flow(path.subList(1, path.size()), value) + "}";
		return Yaml.write(path.getFirst()) + ": " + rest;
	}

	private String splice(int from, int to, String replacement) {
		return this.text.substring(0, from) + replacement + this.text.substring(to);
	}

	private int afterColon(NodeTuple entry) {
		return this.text.indexOf(':', index(entry.getKeyNode().getEndMark())) + 1;
	}

	private int start(Node node) {
		return index(node.getStartMark());
	}

	/**
	 * Returns the index after the last character of a value. A block's own end mark comes
	 * after the comments that follow the block, so it is not used.
	 */
	private int end(Node node) {
		if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK
				&& !collection.getValue().isEmpty()) {
			return switch (collection.getValue().getLast()) {
				case NodeTuple entry when Yaml.empty(entry.getValueNode()) ->
					Math.max(afterColon(entry), end(entry.getValueNode()));
				case NodeTuple entry -> end(entry.getValueNode());
				case Node child -> end(child);
				default -> index(node.getEndMark());
			};
		}
		int end = index(node.getEndMark());
		while (end > start(node) && Character.isWhitespace(this.text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	private int index(Mark mark) {
		return this.text.offsetByCodePoints(0, mark.getIndex());
	}

	private HeadjackException inTheWay(Node node, List<String> path) {
		return new HeadjackException(FailureKind.FAILED,
				this.source + " has another kind of value in line " + (node.getStartMark().getLine() + 1)
						+ " than what \"" + String.join(".", path) + "\" belongs in",
				"correct it with 'hjk config --edit'");
	}

	private record Step(NodeTuple entry, List<String> rest) {

	}

}
