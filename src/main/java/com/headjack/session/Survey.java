package com.headjack.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/**
 * The findings in a container before the start of a session.
 *
 * @param files the agent's settings files, by path below the home folder
 * @param variables the conflicting variables that are set in the container
 */
record Survey(Map<String, SettingsFile> files, Set<String> variables) {

	/**
	 * Merges settings into the files.
	 * @return the files that have to change, by path below the home folder
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
