package com.headjack.shell.terminal;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modes of a terminal that a program changed: one that ends suddenly leaves them so.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences, "DEC Private Mode Set"</a>
 */
final class ChangedModes {

	private static final Pattern CHANGE = Pattern.compile("\\?(\\d{1,5}(?:;\\d{1,5})*)([hl])");

	/**
	 * Puts modes of kitty's keyboard on a stack, or takes some off.
	 */
	private static final Pattern KEYBOARD = Pattern.compile("([<>])(\\d{0,3})u");

	private static final int CURSOR = 25;

	private static final int WRAP = 7;

	/**
	 * The modes that differ from a terminal's defaults.
	 */
	private final SortedSet<Integer> changed = new TreeSet<>();

	private int keyboards;

	/**
	 * Takes a control sequence.
	 * @param sequence what follows ESC [
	 */
	void follow(CharSequence sequence) {
		Matcher change = CHANGE.matcher(sequence);
		if (change.matches()) {
			for (String mode : change.group(1).split(";", -1)) {
				change(Integer.parseInt(mode), change.group(2).equals("h"));
			}
		}
		Matcher keyboard = KEYBOARD.matcher(sequence);
		if (keyboard.matches()) {
			this.keyboards = keyboard.group(1).equals(">") ? this.keyboards + 1
					: Math.max(0, this.keyboards - count(keyboard.group(2)));
		}
	}

	private static int count(String text) {
		return text.isEmpty() ? 1 : Integer.parseInt(text);
	}

	private void change(int mode, boolean on) {
		if (on == onAtFirst(mode)) {
			this.changed.remove(mode);
		}
		else {
			this.changed.add(mode);
		}
	}

	private static boolean onAtFirst(int mode) {
		return mode == CURSOR || mode == WRAP;
	}

	/**
	 * Returns the sequences that restore the changed modes, and forgets these.
	 * @return the sequences, with a line end; nothing if no mode is changed
	 */
	byte[] restoring() {
		if (this.changed.isEmpty() && this.keyboards == 0) {
			return new byte[0];
		}
		StringBuilder sequences = new StringBuilder("\033[m\033[>4m\033>");
		if (this.keyboards > 0) {
			sequences.append("\033[<").append(this.keyboards).append('u');
		}
		this.changed.forEach((mode) -> sequences.append("\033[?").append(mode).append(onAtFirst(mode) ? 'h' : 'l'));
		this.changed.clear();
		this.keyboards = 0;
		return sequences.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
	}

}
