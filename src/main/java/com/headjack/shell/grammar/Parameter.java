package com.headjack.shell.grammar;

/**
 * A word that a command takes by its place.
 *
 * @param name its name, in capitals
 * @param required whether it has to be there
 * @param repeated whether it takes all further words
 * @param values what can be completed for it
 */
public record Parameter(String name, boolean required, boolean repeated, Values values) {

	public enum Values {

		AGENT, ACCOUNT, BACKEND, BRANCH, INSTANCE, SESSION, RUNNING_SESSION, SESSION_PATH, CONFIGURATION_KEY, METHOD,
		FORMAT, SHELL, COMMAND, ANY

	}

	static Parameter required(String name, Values values) {
		return new Parameter(name, true, false, values);
	}

	static Parameter optional(String name, Values values) {
		return new Parameter(name, false, false, values);
	}

	static Parameter words(String name) {
		return words(name, Values.ANY);
	}

	static Parameter words(String name, Values values) {
		return new Parameter(name, false, true, values);
	}

	String usage() {
		String word = this.repeated ? this.name + "..." : this.name;
		return this.required ? word : "[" + word + "]";
	}

}
