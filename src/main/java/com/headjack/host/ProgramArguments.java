package com.headjack.host;

import java.util.List;

/**
 * The words that hjk was started with.
 *
 * @param words the words; a byte that is not UTF-8 is an unpaired surrogate
 */
public record ProgramArguments(List<String> words) {

	public ProgramArguments {
		words = List.copyOf(words);
	}

	/**
	 * Finds the words of this process.
	 * @param arguments the words as Java decoded them
	 * @return the words
	 */
	public static ProgramArguments of(List<String> arguments) {
		return new ProgramArguments(ProcessBytes.OF_SELF.arguments(arguments));
	}

}
