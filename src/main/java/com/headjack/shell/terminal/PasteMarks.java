package com.headjack.shell.terminal;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * The marks that a terminal puts around a paste. They are left over where a paste began
 * before its question was asked, or answers more than one.
 */
final class PasteMarks {

	private static final String BEGIN = "\033[200~";

	private static final String END = "\033[201~";

	private static final String IGNORE = "ignore-paste-mark";

	private PasteMarks() {
	}

	/**
	 * Makes a reader take a paste as if it was typed.
	 */
	static void ignoredBy(LineReader reader) {
		reader.getWidgets().put(IGNORE, () -> true);
		KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
		if (keys != null) {
			keys.bind(new Reference(IGNORE), BEGIN, END);
		}
	}

	static String without(String pasted) {
		return pasted.replace(BEGIN, "").replace(END, "");
	}

}
