package com.headjack.shell.grammar;

import java.util.List;

import com.headjack.shell.grammar.Parameter.Values;

/**
 * Knows the words that can stand for a parameter or an option's value at this moment.
 */
@FunctionalInterface
public interface CompletionValues {

	/**
	 * Lists words of a kind.
	 * @param kind the kind
	 * @param arguments the command's arguments before the word
	 * @return the words; none where they cannot be found out
	 */
	List<String> of(Values kind, List<String> arguments);

}
