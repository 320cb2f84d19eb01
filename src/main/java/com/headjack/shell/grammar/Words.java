package com.headjack.shell.grammar;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists the possible words for a parameter or for an option's value.
 */
@FunctionalInterface
public interface Words {

	/**
	 * Lists the words.
	 * @param arguments the command's arguments before the word
	 * @return the words, in the order to show them; empty if they are unknown
	 */
	Stream<String> after(List<String> arguments);

	/**
	 * Permits any word.
	 * @return a source without words
	 */
	static Words any() {
		return (_) -> Stream.of();
	}

	/**
	 * Lists a few fixed words.
	 * @param words the words
	 * @return a source of those words
	 */
	static Words of(String... words) {
		return (_) -> Stream.of(words);
	}

	/**
	 * Lists words that do not depend on the arguments.
	 * @param words supplies the words
	 * @return a source of the supplied words
	 */
	static Words from(Supplier<Stream<String>> words) {
		return (_) -> words.get();
	}

	/**
	 * Lists words that depend on the first argument.
	 * @param words gives the words for that argument
	 * @return a source of those words, empty if there is no argument
	 */
	static Words ofFirst(Function<String, Stream<String>> words) {
		return (arguments) -> arguments.isEmpty() ? Stream.of() : words.apply(arguments.getFirst());
	}

}
