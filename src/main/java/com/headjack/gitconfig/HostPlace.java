package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The folders and variables of the host that settings refer to.
 *
 * @param home the home folder
 * @param worktree the working tree of the container
 * @param root the repository's main working tree
 * @param commonDirectory the folder that all working trees share
 * @param variables the environment variables
 * @param exists tells whether a folder or a file is there
 */
public record HostPlace(Path home, Path worktree, Path root, Path commonDirectory, Map<String, String> variables,
		Predicate<Path> exists) {

	public HostPlace {
		variables = Map.copyOf(variables);
	}

	/**
	 * Returns the folder of the user's own files of git.
	 */
	Path configurationFolder() {
		String folder = this.variables.getOrDefault("XDG_CONFIG_HOME", "");
		return (folder.isEmpty() ? this.home.resolve(".config") : this.worktree.resolve(folder)).resolve("git");
	}

	/**
	 * Resolves the value of a setting that is a path.
	 * @param value the value, absolute, below the home folder, or relative to the working
	 * tree
	 * @return the path
	 */
	Path resolve(String value) {
		return value.startsWith("~/") ? this.home.resolve(value.substring(2)) : this.worktree.resolve(value);
	}

	/**
	 * Whether the container sees a path at the same place.
	 */
	boolean visible(String value) {
		return value.startsWith("/") && Path.of(value).normalize().startsWith(this.worktree);
	}

	@Override
	public String toString() {
		return "HostPlace[" + this.worktree + "]";
	}

}
