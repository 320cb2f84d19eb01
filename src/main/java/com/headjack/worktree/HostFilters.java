package com.headjack.worktree;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The filters that the host's configuration names. Git would run them in the worktree,
 * where a container may have put what they load or start.
 *
 * @param git runs git
 * @param worktree the worktree
 */
record HostFilters(Git git, Worktree worktree) {

	private static final String PREFIX = "filter.";

	/**
	 * The commands of Git LFS itself, which takes no program from a worktree.
	 */
	private static final Pattern TRUSTED = Pattern.compile("git-lfs (?:clean(?: --)? %f|filter-process(?: --skip)?)");

	/**
	 * Returns settings that switch the filters off. A file that only a filter can tell
	 * from its commit then counts as changed.
	 * @return the settings by their keys
	 */
	Map<String, String> switchedOff() {
		Map<String, String> settings = new TreeMap<>();
		String output = this.git.run(this.worktree, new ConfigurationCommand.ListFilters()).output();
		Arrays.stream(output.split("\0", -1)).forEach((entry) -> {
			int end = entry.indexOf('\n');
			if (end > 0 && !TRUSTED.matcher(entry.substring(end + 1)).matches()) {
				switchOff(entry.substring(0, end), settings);
			}
		});
		return settings;
	}

	private static void switchOff(String key, Map<String, String> settings) {
		String filter = key.substring(0, key.lastIndexOf('.'));
		if (filter.length() > PREFIX.length()) {
			settings.put(filter + ".clean", "");
			settings.put(filter + ".process", "");
			settings.put(filter + ".required", "false");
		}
	}

}
