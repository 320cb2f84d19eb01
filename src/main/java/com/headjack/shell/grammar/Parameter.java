package com.headjack.shell.grammar;

/**
 * A word that a command takes by its place.
 *
 * @param name its name, in capitals
 * @param required whether it has to be there
 * @param repeated whether it takes all further words
 * @param words lists words for completion
 */
public record Parameter(String name, boolean required, boolean repeated, Words words) {

	/**
	 * Declares a word that has to be there.
	 * @param name its name, in capitals
	 * @param words lists words for completion
	 * @return the parameter
	 */
	public static Parameter required(String name, Words words) {
		return new Parameter(name, true, false, words);
	}

	/**
	 * Declares a word that may be there.
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
