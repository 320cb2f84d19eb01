package com.headjack.worktree;

import java.util.ArrayList;
import java.util.List;

/**
 * Git's list of settings with their scopes.
 *
 * @param entries the settings, in git's order
 */
record ConfigurationListing(List<Entry> entries) {

	/**
	 * Parses the output of {@link ConfigurationCommand.ListConfiguration}. What is only
	 * one worktree's is left out.
	 * @param output the output
	 * @return the settings
	 */
	static ConfigurationListing parse(String output) {
		List<Entry> entries = new ArrayList<>();
		String[] fields = output.split("\0", -1);
		for (int i = 0; i + 1 < fields.length; i += 2) {
			if (!fields[i].equals("worktree")) {
				entries.add(new Entry(fields[i], fields[i + 1]));
			}
		}
		return new ConfigurationListing(List.copyOf(entries));
	}

	boolean includesByBranch() {
		return this.entries.stream().anyMatch((entry) -> entry.setting().startsWith("includeif.onbranch:"));
	}

	/**
	 * Adds the settings that are not in this list.
	 * @param other another list
	 * @return both lists
	 */
	ConfigurationListing with(ConfigurationListing other) {
		List<Entry> all = new ArrayList<>(this.entries);
		other.entries().stream().filter((entry) -> !this.entries.contains(entry)).forEach(all::add);
		return new ConfigurationListing(List.copyOf(all));
	}

	/**
	 * Returns the list in git's form.
	 * @return the text
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		this.entries.forEach((entry) -> text.append(entry.scope()).append('\0').append(entry.setting()).append('\0'));
		return text.toString();
	}

	/**
	 * A setting.
	 *
	 * @param scope where it comes from
	 * @param setting its key and, after a line break, its value
	 */
	record Entry(String scope, String setting) {

		@Override
		public String toString() {
			return "Entry[" + this.scope + "]";
		}

	}

}
