package com.headjack.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * What was seen in a container before a session.
 *
 * @param files the agent's own files, by the path below the home folder
 * @param variables which of the conflicting variables are set there
 */
record Survey(Map<String, SettingsFile> files, Set<String> variables) {

	/**
	 * Merges settings into the files.
	 * @return the files that have to change, by the path below the home folder
	 */
	Map<String, SettingsFile> merge(Map<String, ObjectNode> settings) {
		Map<String, SettingsFile> changed = new LinkedHashMap<>();
		settings.forEach((path, additions) -> {
			SettingsFile present = this.files.getOrDefault(path, SettingsFile.MISSING);
			SettingsFile merged = present.with(additions);
			if (!merged.content().equals(present.content())) {
				changed.put(path, merged);
			}
		});
		return changed;
	}

}
