package com.headjack.session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.headjack.injection.SettingsChange;

/**
 * The findings in a container before the start of a session.
 *
 * @param files the agent's settings files, by path below the home folder
 * @param places the absolute paths of the agent's files, by path below the home folder
 * @param homes the absolute paths of the folders that variables name for the agent's
 * files, by variable; empty text where the variable is empty or not set
 * @param variables the conflicting variables that are set in the container
 */
record Survey(Map<String, SettingsFile> files, Map<String, String> places, Map<String, String> homes,
		Set<String> variables) {

	/**
	 * Returns where a file is.
	 * @param file its path below the home folder
	 * @return its absolute path
	 */
	String place(String file) {
		return this.places.getOrDefault(file, file);
	}

	/**
	 * Returns the variables that the agent must not see: those that it would prefer to
	 * its login, and empty ones that agents take for a folder.
	 */
	Set<String> unset() {
		Set<String> names = new LinkedHashSet<>(this.variables);
		this.homes.forEach((variable, folder) -> {
			if (folder.isEmpty()) {
				names.add(variable);
			}
		});
		return names;
	}

	/**
	 * Returns the folders of the agent's files that are in the worktree, where they can
	 * be committed.
	 * @param worktrees the paths of the worktree in the container
	 * @return the folders by variable
	 */
	Map<String, String> homesIn(List<String> worktrees) {
		Map<String, String> found = new TreeMap<>(this.homes);
		found.values()
			.removeIf((folder) -> worktrees.stream().noneMatch((path) -> (folder + "/").startsWith(path + "/")));
		return found;
	}

	/**
	 * Changes the settings in the files.
	 * @return the files that have to change, by path below the home folder
	 */
	Map<String, SettingsFile> change(Map<String, SettingsChange> settings) {
		Map<String, SettingsFile> changed = new LinkedHashMap<>();
		settings.forEach((path, change) -> {
			SettingsFile present = this.files.getOrDefault(path, SettingsFile.missing());
			SettingsFile now = present.with(change);
			if (!now.content().equals(present.content())) {
				changed.put(path, now);
			}
		});
		return changed;
	}

}
