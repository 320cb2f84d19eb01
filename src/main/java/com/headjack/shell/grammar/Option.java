package com.headjack.shell.grammar;

import org.jspecify.annotations.Nullable;

import com.headjack.shell.grammar.Parameter.Values;

/**
 * An option of a command.
 *
 * @param name its long name, without hyphens
 * @param letter its short name, or a space
 * @param value what it takes, in capitals, or {@code null} if it takes nothing
 * @param summary what it does
 * @param values what can be completed for its value
 */
public record Option(String name, char letter, @Nullable String value, String summary, Values values) {

	static Option flag(String name, char letter, String summary) {
		return new Option(name, letter, null, summary, Values.ANY);
	}

	static Option valued(String name, char letter, String value, String summary) {
		return valued(name, letter, value, summary, Values.ANY);
	}

	static Option valued(String name, char letter, String value, String summary, Values values) {
		return new Option(name, letter, value, summary, values);
	}

	boolean takesValue() {
		return this.value != null;
	}

	boolean isNamed(String typed) {
		return typed.equals("--" + this.name) || (this.letter != ' ' && typed.equals("-" + this.letter));
	}

	/**
	 * The option as help shows it.
	 */
	public String usage() {
		String names = ((this.letter != ' ') ? "-" + this.letter + ", " : "    ") + "--" + this.name;
		return (this.value != null) ? names + " " + this.value : names;
	}

}
