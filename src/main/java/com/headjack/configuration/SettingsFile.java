package com.headjack.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import com.headjack.failure.HeadjackException;

/**
 * Reads the settings of a file. A key that is not known is told and has no effect, since
 * a newer Headjack may know it; a value that is not right is refused.
 */
final class SettingsFile {

	private static final int DEEPEST = 10;

	private static final int MOST_TOLD = 3;

	private final String name;

	private final SettingCheck check;

	private final Map<String, FoundSetting> found = new LinkedHashMap<>();

	private final List<String> unknown = new ArrayList<>();

	private SettingsFile(String name, SettingCheck check) {
		this.name = name;
		this.check = check;
	}

	/**
	 * Reads a file.
	 * @param path the file
	 * @param check checks each value
	 * @param wanted whether a text is worth parsing
	 * @return the settings, none if there is no such file
	 * @throws HeadjackException if the file cannot be used; the message names the line
	 */
	static SettingsFile read(Path path, SettingCheck check, Predicate<String> wanted) {
		return new TextFile(path).read()
			.filter(wanted)
			.map((text) -> of(text, path.toString(), check))
			.orElseGet(() -> new SettingsFile(path.toString(), check));
	}

	static SettingsFile of(String text, String name, SettingCheck check) {
		SettingsFile file = new SettingsFile(name, check);
		Yaml.parse(text, name).ifPresent((root) -> file.walk("", root, 0));
		return file;
	}

	String name() {
		return this.name;
	}

	List<FoundSetting> settings() {
		return List.copyOf(this.found.values());
	}

	/**
	 * Tells of keys that are not known.
	 * @return one line, or empty if all are known
	 */
	Optional<String> warning() {
		if (this.unknown.isEmpty()) {
			return Optional.empty();
		}
		int more = this.unknown.size() - MOST_TOLD;
		return Optional.of(this.unknown.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
				+ ((more > 0) ? "; and " + more + " more" : ""));
	}

	private void walk(String group, Node node, int depth) {
		if (!(node instanceof MappingNode mapping) || depth > DEEPEST) {
			throw Place.of(this.name, node)
				.refused(group.isEmpty() ? "there are no keys with values here"
						: group + " takes a mapping of keys such as " + Setting.below(group), Yaml.REMEDY);
		}
		Map<String, Place> seen = new HashMap<>();
		mapping.getValue().stream().filter((entry) -> !merges(entry)).forEach((entry) -> {
			String key = key(group, entry);
			Place before = seen.put(key, Place.of(this.name, entry.getKeyNode()));
			if (before != null) {
				throw twice(key, entry, "line " + before.line());
			}
			take(key, entry, depth);
		});
		mapping.getValue().stream().filter(SettingsFile::merges).forEach((entry) -> merge(group, entry, depth));
	}

	/**
	 * Takes what {@code <<} brings, unless it is there already.
	 */
	private void merge(String group, NodeTuple entry, int depth) {
		Map<String, FoundSetting> own = new LinkedHashMap<>(this.found);
		List<Node> others = (entry.getValueNode() instanceof SequenceNode sequence) ? sequence.getValue()
				: List.of(entry.getValueNode());
		for (Node other : others) {
			this.found.clear();
			walk(group, other, depth + 1);
			this.found.forEach(own::putIfAbsent);
		}
		this.found.clear();
		this.found.putAll(own);
	}

	private static boolean merges(NodeTuple entry) {
		return entry.getKeyNode().getTag().equals(Tag.MERGE);
	}

	private String key(String group, NodeTuple entry) {
		if (entry.getKeyNode() instanceof ScalarNode key) {
			return group.isEmpty() ? key.getValue() : group + "." + key.getValue();
		}
		throw Place.of(this.name, entry.getKeyNode()).refused("a key must be a text", Yaml.REMEDY);
	}

	private void take(String key, NodeTuple entry, int depth) {
		Node value = entry.getValueNode();
		Optional<ConfigurationKey> known = ConfigurationKey.find(key);
		if (known.isPresent()) {
			set(known.get(), entry);
		}
		else if (!Setting.isGroup(key)) {
			Place place = Place.of(this.name, entry.getKeyNode());
			this.unknown.add("%s: unknown key \"%s\" has no effect%s".formatted(
					this.unknown.isEmpty() ? place : "line " + place.line(), ValueReader.shortened(key),
					Setting.nearest(key).map((near) -> ", did you mean " + near + "?").orElse("")));
		}
		else if (!Yaml.empty(value)) {
			walk(key, value, depth + 1);
		}
	}

	private void set(ConfigurationKey key, NodeTuple entry) {
		if (key.variable() != null) {
			add(key.whole(), key.variable(), entry);
			return;
		}
		if (Yaml.empty(entry.getValueNode())) {
			return;
		}
		Place place = Place.of(this.name, entry.getValueNode());
		FoundSetting before = this.found.put(key.name(),
				new FoundSetting(key, value(key, entry.getValueNode(), place), place.file() + ":" + place.line()));
		if (before != null) {
			throw twice(key.name(), entry, before.origin());
		}
	}

	/**
	 * Adds a variable that has a key of its own, such as {@code agents.claude.env.NAME}.
	 */
	private void add(ConfigurationKey key, String name, NodeTuple entry) {
		Place place = Place.of(this.name, entry.getValueNode());
		NodeTuple named = new NodeTuple(new ScalarNode(Tag.STR, name, null, null, ScalarStyle.PLAIN),
				entry.getValueNode());
		MappingNode mapping = new MappingNode(Tag.MAP, List.of(named), FlowStyle.FLOW);
		SettingValue more = value(key, mapping, place);
		FoundSetting before = this.found.get(key.name());
		this.found.put(key.name(), new FoundSetting(key, (before != null) ? before.value().with(more) : more,
				place.file() + ":" + place.line()));
	}

	private SettingValue value(ConfigurationKey key, Node node, Place place) {
		try {
			SettingValue value = new ValueReader(key).read(node);
			this.check.check(key, value);
			return value;
		}
		catch (HeadjackException ex) {
			throw place.refused(String.valueOf(ex.getMessage()), ex.remedy().orElse(Yaml.REMEDY));
		}
	}

	private HeadjackException twice(String key, NodeTuple entry, String before) {
		return Place.of(this.name, entry.getKeyNode())
			.refused("the key " + ValueReader.shortened(key) + " appears twice, first in " + before, Yaml.REMEDY);
	}

}
