package com.headjack.shell.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for a program in a container at the user's terminal: which control sequences
 * reach the terminal. None of them makes a terminal send the host's clipboard, its title
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
	 * The maximum length of an operating system command in bytes: a clipboard's text of
	 * about 750 KiB.
	 */
	static final int LONGEST = 1024 * 1024;

	private static final int LONGEST_MESSAGE = 1024;

	/**
	 * Titles, colors and the marks of prompts.
	 */
	private static final Set<String> HARMLESS = Set.of("0", "1", "2", "4", "10", "11", "12", "17", "19", "104", "110",
			"111", "112", "117", "119", "133");

	private static final Pattern COMMAND = Pattern.compile("(\\d{1,4})(?:;(.*))?", Pattern.DOTALL);

	private static final Pattern CLIPBOARD = Pattern.compile("[cpqs0-7]*;[A-Za-z0-9+/]*+={0,2}+");

	private static final Pattern LINK = Pattern.compile("[A-Za-z0-9=:_.,-]*;(?:https?://.*)?");

	private static final Pattern TITLE_REPORT = Pattern.compile("0*2[01](?:[;:].*)?t");

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
			case "9" -> this.messages && rest.length() <= LONGEST_MESSAGE;
			case "777" -> this.messages && rest.startsWith("notify;") && rest.length() <= LONGEST_MESSAGE;
			case "8" -> LINK.matcher(rest).matches();
			case String number -> HARMLESS.contains(number);
		};
	}

	/**
	 * Returns the bytes as text, or an empty text if a terminal could take them for more
	 * than one command.
	 */
	private static String text(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.chars().anyMatch(Character::isISOControl) ? "" : text;
		}
		catch (CharacterCodingException _) {
			return "";
		}
	}

	/**
	 * Returns whether a control sequence may reach the terminal: all but those that print
	 * on paper, or make the terminal type its title.
	 * @param body the characters after the sequence's introduction
	 */
	boolean allowsSequence(String body) {
		return !body.endsWith("i") && !TITLE_REPORT.matcher(body).matches();
	}

}
