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

	private static final int CURSOR = 25;

	private static final int WRAP = 7;

	/**
	 * The modes that differ from a terminal's defaults.
	 */
	private final SortedSet<Integer> changed = new TreeSet<>();

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
		if (this.changed.isEmpty()) {
			return new byte[0];
		}
		StringBuilder sequences = new StringBuilder("\033[m\033[>4m\033>");
		this.changed.forEach((mode) -> sequences.append("\033[?").append(mode).append(onAtFirst(mode) ? 'h' : 'l'));
		this.changed.clear();
		return sequences.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
	}

}
