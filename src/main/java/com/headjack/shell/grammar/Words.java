package com.headjack.shell.grammar;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lists the words that may stand for a parameter or an option's value.
 */
@FunctionalInterface
public interface Words {

	/**
	 * Lists the words.
	 * @param arguments the command's arguments before the word
	 * @return the words, in the order to show them; none where they are not known
	 */
	Stream<String> after(List<String> arguments);

	/**
	 * Any word.
	 * @return a list without words
	 */
	static Words any() {
		return (_) -> Stream.of();
	}

	/**
	 * A few words that never change.
	 * @param words the words
	 * @return a list of them
	 */
	static Words of(String... words) {
		return (_) -> Stream.of(words);
	}

	/**
	 * Words that do not depend on the arguments.
	 * @param words gives the words
	 * @return a list of what it gives
	 */
	static Words from(Supplier<Stream<String>> words) {
		return (_) -> words.get();
	}

	/**
	 * Words that depend on the first argument.
	 * @param words gives the words for the argument
	 * @return a list of what it gives, empty without an argument
	 */
	static Words ofFirst(Function<String, Stream<String>> words) {
		return (arguments) -> arguments.isEmpty() ? Stream.of() : words.apply(arguments.getFirst());
	}

}
