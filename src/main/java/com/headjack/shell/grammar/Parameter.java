package com.headjack.shell.grammar;

/**
 * A positional parameter of a command.
 *
 * @param name its name, in capitals
 * @param required whether the word is required
 * @param repeated whether the parameter takes all further words
 * @param words lists words for completion
 */
public record Parameter(String name, boolean required, boolean repeated, Words words) {

	/**
	 * Declares a required word.
	 * @param name its name, in capitals
	 * @param words lists words for completion
	 * @return the parameter
	 */
	public static Parameter required(String name, Words words) {
		return new Parameter(name, true, false, words);
	}

	/**
	 * Declares an optional word.
	 * @param name its name, in capitals
	 * @param words lists words for completion
	 * @return the parameter
	 */
	public static Parameter optional(String name, Words words) {
		return new Parameter(name, false, false, words);
	}

	/**
	 * Declares any number of words.
	 * @param name the name of each, in capitals
	 * @param words lists words for completion
	 * @return the parameter
	 */
	public static Parameter repeated(String name, Words words) {
		return new Parameter(name, false, true, words);
	}

	String usage() {
		String word = this.repeated ? this.name + "..." : this.name;
		return this.required ? word : "[" + word + "]";
	}

}
