package com.headjack.shell.terminal;

import java.io.IOException;

import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.ClosedException;

/**
 * A line read at a dumb terminal. Where such a terminal cannot erase, what has once shown
 * stays: the answer shows when it is complete, as far as it may.
 */
final class PlainLine {

	private static final int INTERRUPT = 'C' - '@';

	private static final int END = 'D' - '@';

	private static final int ERASE_LINE = 'U' - '@';

	private static final int STOP = 'Z' - '@';

	private static final int QUIT = '\\' - '@';

	private static final int DELETE = 0x7f;

	private final StringBuilder line = new StringBuilder();

	private final Terminal terminal;

	private PlainLine(Terminal terminal) {
		this.terminal = terminal;
	}

	/**
	 * Whether a terminal is one at which lines are to be read so.
	 */
	static boolean fits(Terminal terminal) {
		return terminal.getType().equals(Terminal.TYPE_DUMB) || terminal.getType().equals(Terminal.TYPE_DUMB_COLOR);
	}

	/**
	 * Reads a line.
	 * @param terminal the terminal, in raw mode
	 * @param mask what shows of the line
	 * @return the line, without its end
	 * @throws UserInterruptException after Ctrl-C or Ctrl-\
	 * @throws EndOfFileException after Ctrl-D in an empty line, or if the terminal is
	 * gone
	 */
	static String read(Terminal terminal, String question, MaskingCallback mask) throws IOException {
		print(terminal, question);
		String shown = "";
		try {
			String line = new PlainLine(terminal).read();
			shown = mask.display(line);
			return line;
		}
		finally {
			print(terminal, shown + System.lineSeparator());
		}
	}

	private String read() throws IOException {
		int key = key();
		while (key != '\r' && key != '\n') {
			take(key);
			key = key();
		}
		return PasteMarks.without(this.line.toString());
	}

	private int key() throws IOException {
		try {
			return this.terminal.reader().read();
		}
		catch (ClosedException ex) {
			throw new EndOfFileException(ex);
		}
	}

	private void take(int key) {
		switch (key) {
			case INTERRUPT, QUIT -> throw new UserInterruptException("");
			case STOP -> this.terminal.raise(Terminal.Signal.TSTP);
			case END -> requireLine();
			case -1 -> throw new EndOfFileException();
			case '\b', DELETE -> this.line.setLength(Math.max(0, this.line.length() - 1));
			case ERASE_LINE -> this.line.setLength(0);
			default -> this.line.append((char) key);
		}
	}

	private void requireLine() {
		if (this.line.isEmpty()) {
			throw new EndOfFileException();
		}
	}

	private static void print(Terminal terminal, String text) {
		terminal.writer().print(text);
		terminal.flush();
	}

}
