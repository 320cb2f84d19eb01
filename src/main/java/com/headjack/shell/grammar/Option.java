package com.headjack.shell.grammar;

import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandOption;

/**
 * An option of a command: Spring Shell's, with what its value is called and can be.
 *
 * @param option names and description
 * @param value the value's name in capitals, or {@code null} for a flag
 * @param words lists values for completion
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
	 * @param value what the value is called, in capitals
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
	 * The option with words for completion.
	 * @param words lists values
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
	 * What it does.
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
	 * The ways to write it.
	 */
	Stream<String> forms() {
		return lettered() ? Stream.of("-" + this.option.shortName(), longForm()) : Stream.of(longForm());
	}

	private boolean lettered() {
		return this.option.shortName() != NO_LETTER;
	}

	/**
	 * The option with its value.
	 * @return how help shows it
	 */
	public String usage() {
		String names = (lettered() ? "-" + this.option.shortName() + ", " : "    ") + longForm();
		return (this.value != null) ? names + " " + this.value : names;
	}

}
