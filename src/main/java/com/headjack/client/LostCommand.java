package com.headjack.client;

import java.util.List;

/**
 * A command whose resident process ended.
 *
 * @param name the command without its arguments
 */
record LostCommand(String name) {

	private static final int NAMED = 2;

	/**
	 * Describes a command by its first words. What a user might not want to see, or the
	 * terminal should not get, is left out.
	 */
	static LostCommand of(List<String> words) {
		StringBuilder name = new StringBuilder("hjk");
		for (int i = 0; i < Math.min(NAMED, words.size()) && isPlain(words.get(i)); i++) {
			name.append(' ').append(words.get(i));
		}
		return new LostCommand(name.toString());
	}

	private static boolean isPlain(String word) {
		for (int i = 0; i < word.length(); i++) {
			char character = word.charAt(i);
			if ((character < 'a' || character > 'z') && (character < 'A' || character > 'Z')
					&& (character < '0' || character > '9') && "-_./".indexOf(character) < 0) {
				return false;
			}
		}
		return !word.startsWith("-");
	}

	void tell(Streams streams) {
		streams.say("error: the resident process ended before '" + this.name + "' did",
				"hint: parts of it may be done: see 'hjk ps -a' before you repeat it");
	}

}
