package com.headjack.gitconfig;

import java.util.Locale;

/**
 * Where a setting comes from, in the order in which git reads.
 */
enum ConfigurationScope {

	/**
	 * The machine's configuration.
	 */
	SYSTEM,

	/**
	 * The user's configuration.
	 */
	GLOBAL,

	/**
	 * The repository's configuration.
	 */
	LOCAL,

	/**
	 * The configuration of one working tree.
	 */
	WORKTREE,

	/**
	 * The environment.
	 */
	COMMAND;

	static ConfigurationScope parse(String text) {
		for (ConfigurationScope scope : values()) {
			if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
				return scope;
			}
		}
		return SYSTEM;
	}

	boolean repository() {
		return this == LOCAL || this == WORKTREE;
	}

}
