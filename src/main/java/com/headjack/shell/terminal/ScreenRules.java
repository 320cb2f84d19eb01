package com.headjack.shell.terminal;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for a program in a container at the user's terminal: which operating system
 * commands reach the terminal. None of them makes it send the host's clipboard, its title
 * or a file.
 *
 * @param clipboard whether a program may set the clipboard
 * @param bell whether a program may ring the bell
 * @param messages whether a program may show a notification with a text of its own
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences, "Operating System Commands"</a>
 */
public record ScreenRules(boolean clipboard, boolean bell, boolean messages) {

	/**
	 * The rules for what a program wrote in the past.
	 */
	public static final ScreenRules QUIET = new ScreenRules(false, false, false);

	private static final int LONGEST_MESSAGE = 1024;

	/**
	 * Colors of the palette, the text, the cursor and the selection, and their resets.
	 */
	private static final Set<String> COLORS = Set.of("4", "10", "11", "12", "17", "19", "104", "110", "111", "112",
			"117", "119");

	private static final Pattern COMMAND = Pattern.compile("(\\d{1,4})(?:;(.*))?", Pattern.DOTALL);

	private static final Pattern CLIPBOARD = Pattern.compile("[cpqs0-7]*;[A-Za-z0-9+/]*+={0,2}+");

	private static final Pattern LINK = Pattern.compile("[A-Za-z0-9=:_.,-]*;(?:https?://.*)?");

	private static final Pattern COLOR = Pattern.compile("[A-Za-z0-9 #%()+,./:;_-]*");

	/**
	 * What some terminals take for a command of their own, such as to run a program. 4 is
	 * a progress bar.
	 */
	private static final Pattern NUMBERED = Pattern.compile("(?!4;)\\d{1,2}(?:;.*)?");

	/**
	 * Filters what a program writes.
	 * @param screen receives what is allowed
	 * @return a stream whose end restores the terminal's modes and leaves the screen open
	 */
	public OutputStream filter(OutputStream screen) {
		return new ProgramOutput(this, screen);
	}

	/**
	 * Returns whether an operating system command may reach the terminal.
	 * @param body the bytes between the command's introduction and its end
	 */
	boolean allowsCommand(byte[] body) {
		Matcher command = COMMAND.matcher(text(body));
		if (!command.matches()) {
			return false;
		}
		String rest = (command.group(2) != null) ? command.group(2) : "";
		return switch (command.group(1)) {
			case "52" -> this.clipboard && CLIPBOARD.matcher(rest).matches();
			case "9" -> this.messages && rest.length() <= LONGEST_MESSAGE && !NUMBERED.matcher(rest).matches();
			case "777" -> this.messages && rest.startsWith("notify;") && rest.length() <= LONGEST_MESSAGE;
			case "8" -> LINK.matcher(rest).matches();
			// Titles, and the marks of prompts.
			case "0", "1", "2", "133" -> rest.length() <= LONGEST_MESSAGE;
			case String number -> color(number, rest);
		};
	}

	/**
	 * Allows to ask for the colors of the text and of its background: programs need them
	 * to be readable.
	 */
	private static boolean color(String number, String value) {
		boolean asks = value.equals("?") && (number.equals("10") || number.equals("11"));
		return asks || (COLORS.contains(number) && COLOR.matcher(value).matches());
	}

	/**
	 * Returns the bytes as text, or an empty text if a terminal could take them for more
	 * than one command, or if they hide text.
	 */
	private static String text(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.codePoints().allMatch(ScreenRules::shown) ? text : "";
		}
		catch (CharacterCodingException _) {
			return "";
		}
	}

	private static boolean shown(int character) {
		return !Character.isISOControl(character) && ProgramText.allows(character);
	}

}
