package com.headjack.shell.terminal;

import java.io.IOException;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import org.jspecify.annotations.Nullable;

import com.headjack.host.SystemText;
import com.headjack.secret.Secret;

/**
 * Asks questions with JLine, on stdin and stderr.
 */
public final class TerminalDialog implements Dialog {

	private static final char NO_ECHO = 0;

	/**
	 * How long to wait for the rest of a paste, in milliseconds.
	 */
	private static final int REST = 50;

	private final Console console;

	public TerminalDialog(Console console) {
		this.console = console;
	}

	@Override
	public String ask(String question) {
		return read(question, null, false).strip();
	}

	@Override
	public Secret askSecret(String question) {
		return Secret.of(read(question, NO_ECHO, false));
	}

	@Override
	public Secret askPasted(String question) {
		return Secret.of(read(question, NO_ECHO, true));
	}

	private String read(String question, @Nullable Character mask, boolean pasted) {
		try {
			return SystemText.requireTyped(this.console.use(TerminalBuilder.SystemOutput.SysErr,
					(terminal) -> read(terminal, question, mask, pasted)));
		}
		catch (UserInterruptException | EndOfFileException ex) {
			throw new InterruptedByUserException(ex);
		}
	}

	private static String read(Terminal terminal, String question, @Nullable Character mask, boolean pasted)
			throws IOException {
		LineReader reader = LineReaderBuilder.builder()
			.terminal(terminal)
			.variable(LineReader.DISABLE_HISTORY, true)
			.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
			.build();
		Attributes attributes = terminal.enterRawMode();
		try {
			String line = reader.readLine(question, mask);
			return pasted ? line + rest(terminal) : line;
		}
		finally {
			terminal.setAttributes(attributes);
		}
	}

	/**
	 * Reads the further lines of a paste, which would otherwise go to the user's shell
	 * and its history.
	 */
	private static String rest(Terminal terminal) throws IOException {
		StringBuilder rest = new StringBuilder();
		while (terminal.reader().peek(REST) >= 0) {
			rest.append(rest.isEmpty() ? "\n" : "").append((char) terminal.reader().read());
		}
		return rest.toString().replace('\r', '\n');
	}

}
