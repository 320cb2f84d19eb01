package com.headjack.gitconfig;

import java.util.Locale;

/**
 * How the value of an allowed setting reaches a container.
 */
enum Treatment {

	/**
	 * As it is, unless it runs a shell or is a path.
	 */
	VALUE,

	/**
	 * As it is.
	 */
	TEXT,

	/**
	 * Only if it is true or false.
	 */
	SWITCH,

	/**
	 * Without passwords and tokens.
	 */
	URL,

	/**
	 * As the path of a copy of a file.
	 */
	FILE,

	/**
	 * As the path of a copy of a folder.
	 */
	HOOKS,

	/**
	 * With a check for the program.
	 */
	PROGRAM;

	static Treatment parse(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

}
