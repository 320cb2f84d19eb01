package com.headjack.shell.grammar;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandOption;

/**
 * An option of a command: Spring Shell's, with the name and completions of its value.
 *
 * @param option its names and description
 * @param value the value's name in capitals, or {@code null} for a flag
 * @param words lists the values for completion
 */
public record Option(CommandOption option, @Nullable String value, Words words) {

	private static final char NO_LETTER = ' ';

	/**
	 * Declares an option without a value.
	 * @param name the long name, without hyphens
	 * @param letter the short name, or a space for none
	 * @param summary what it does, for help
	 * @return the option
	 */
	public static Option flag(String name, char letter, String summary) {
		return new Option(named(name, letter, summary).type(boolean.class).build(), null, Words.any());
	}

	/**
	 * Declares an option with a value.
	 * @param name the long name, without hyphens
	 * @param letter the short name, or a space for none
	 * @param value the value's name, in capitals
	 * @param summary what it does, for help
	 * @return the option
	 */
	public static Option valued(String name, char letter, String value, String summary) {
		return new Option(named(name, letter, summary).type(String.class).build(), value, Words.any());
	}

	private static CommandOption.Builder named(String name, char letter, String summary) {
		return CommandOption.with().longName(name).shortName(letter).description(summary).required(false);
	}

	/**
	 * Adds words for completion.
	 * @param words lists the values
	 * @return the option
	 */
	public Option completedBy(Words words) {
		return new Option(this.option, this.value, words);
	}

	String name() {
		return Objects.requireNonNull(this.option.longName());
	}

	String longForm() {
		return "--" + name();
	}

	/**
	 * The option's summary.
	 * @return one line for help
	 */
	public String summary() {
		return Objects.requireNonNull(this.option.description());
	}

	boolean takesValue() {
		return this.value != null;
	}

	boolean isNamed(String typed) {
		return typed.equals(longForm()) || (lettered() && typed.equals("-" + this.option.shortName()));
	}

	/**
	 * The spellings of the option.
	 */
	Stream<String> forms() {
		return lettered() ? Stream.of("-" + this.option.shortName(), longForm()) : Stream.of(longForm());
	}

	private boolean lettered() {
		return this.option.shortName() != NO_LETTER;
	}

	/**
	 * The option with its value, as help shows it.
	 * @return the synopsis of the option
	 */
	public String usage() {
		String names = (lettered() ? "-" + this.option.shortName() + ", " : "    ") + longForm();
		return (this.value != null) ? names + " " + this.value : names;
	}

}
