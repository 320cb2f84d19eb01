package com.headjack.client;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A command whose resident process ended.
 *
 * @param name the command without its arguments
 * @param plain whether its programs had the terminal without a multiplexer, which has a
 * screen of its own
 * @param watching whether it only shows a session
 */
record LostCommand(String name, boolean plain, boolean watching) {

	private static final String TERMINAL = "/dev/tty";

	/**
	 * No mouse, no marks of pastes, usual keys, a cursor, no color.
	 */
	private static final String PLAIN = "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[?1l\033>\033[?7h"
			+ "\033[?25h\033[m";

	/**
	 * The screen that was there before.
	 */
	private static final String SCREEN = "\033[?1049l";

	private static final int NAMED = 2;

	/**
	 * The commands that change nothing, and leave what they show as it is.
	 */
	private static final List<String> WATCHING = List.of("attach", "logs");

	/**
	 * Describes a command by its first words. What a user might not want to see, or the
	 * terminal should not get, is left out.
	 */
	static LostCommand of(List<String> words) {
		StringBuilder name = new StringBuilder("hjk");
		for (int i = 0; i < Math.min(NAMED, words.size()) && isPlain(words.get(i)); i++) {
			name.append(' ').append(words.get(i));
		}
		return new LostCommand(name.toString(), words.contains("--no-mux"),
				!words.isEmpty() && WATCHING.contains(words.get(0)));
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

	/**
	 * Gives the user the terminal back that the command has left as its programs need it.
	 * @param before the modes before, or none if the command changed none
	 */
	void leave(Modes before) {
		if (before.saved().isEmpty()) {
			return;
		}
		before.restore();
		try (OutputStream terminal = new FileOutputStream(TERMINAL)) {
			terminal.write((this.plain ? PLAIN : SCREEN + PLAIN).getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException _) {
			// There is no terminal any more.
		}
	}

	void tell(Streams streams) {
		streams.say("error: the resident process ended before '" + this.name + "' did",
				this.watching ? "hint: the session goes on; repeat the command"
						: "hint: parts of it may be done: see 'hjk ps -a' before you repeat it");
	}

}
