package com.headjack.shell.terminal;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.HeadjackException;
import com.headjack.host.SystemText;
import com.headjack.secret.Secret;
import com.headjack.text.VisibleText;

/**
 * Asks questions with JLine, on stdin and stderr.
 */
public final class TerminalDialog implements Dialog {

	private static final Shown NOTHING = new Shown(0, "");

	private static final Shown SHORT = new Shown("yes".length(), "*");

	/**
	 * The columns that are kept free for an answer behind its question.
	 */
	private static final int ROOM = 8;

	/**
	 * How long to wait for the rest of a paste, in milliseconds.
	 */
	private static final int REST = 50;

	private final Console console;

	public TerminalDialog(Console console) {
		this.console = console;
	}

	@Override
	public <T> T withoutEcho(Supplier<T> questions) {
		return this.console.hushed(TerminalBuilder.SystemOutput.SysErr, () -> {
			try {
				return questions.get();
			}
			catch (HeadjackException | InterruptedByUserException ex) {
				this.console.use(TerminalBuilder.SystemOutput.SysErr, TerminalDialog::rest);
				throw ex;
			}
		});
	}

	@Override
	public String ask(String question) {
		return read(question, SHORT, false).strip();
	}

	@Override
	public Secret askSecret(String question) {
		return Secret.of(read(question, NOTHING, false));
	}

	@Override
	public Secret askPasted(String question) {
		return Secret.of(read(question, NOTHING, true));
	}

	private String read(String question, Shown mask, boolean pasted) {
		try {
			return SystemText.requireTyped(this.console.hushed(TerminalBuilder.SystemOutput.SysErr,
					() -> this.console.use(TerminalBuilder.SystemOutput.SysErr,
							(terminal) -> read(terminal, VisibleText.line(question), mask, pasted))));
		}
		catch (UserInterruptException | EndOfFileException ex) {
			throw new InterruptedByUserException(ex);
		}
	}

	private static String read(Terminal terminal, String question, Shown mask, boolean pasted) throws IOException {
		Attributes attributes = terminal.enterRawMode();
		try {
			String prompt = begin(terminal, question);
			// A reader of JLine's would overwrite the line again and again instead.
			String line = PlainLine.fits(terminal) ? PlainLine.read(terminal, prompt, mask)
					: reader(terminal, mask).readLine(prompt, null, mask, null);
			return pasted ? line + rest(terminal) : line;
		}
		finally {
			terminal.setAttributes(attributes);
		}
	}

	/**
	 * Erases what was typed early and shown, and prints the lines of a question that is
	 * too wide with its answer, but for the last one.
	 * @return the last line
	 */
	private static String begin(Terminal terminal, String question) {
		terminal.puts(Capability.carriage_return);
		terminal.puts(Capability.clr_eol);
		int columns = terminal.getSize().getColumns();
		List<String> lines = (columns > 0) ? Columns.wrapped(question, Math.max(columns - ROOM, columns / 2), "  ")
				: List.of(question);
		lines.subList(0, lines.size() - 1).forEach(terminal.writer()::println);
		terminal.flush();
		return lines.getLast();
	}

	private static LineReader reader(Terminal terminal, Shown mask) {
		LineReader reader = LineReaderBuilder.builder()
			.terminal(terminal)
			.variable(LineReader.DISABLE_HISTORY, true)
			.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
			// A paste that answers several questions is not one answer.
			.option(LineReader.Option.BRACKETED_PASTE, mask.longest() == 0)
			.build();
		if (mask.longest() > 0) {
			PasteMarks.ignoredBy(reader);
		}
		return reader;
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
		return PasteMarks.without(rest.toString()).replace('\r', '\n');
	}

	/**
	 * What shows of an answer.
	 *
	 * @param longest the length of the longest answer that shows
	 * @param mark what shows for each letter of a longer one
	 */
	record Shown(int longest, String mark) implements MaskingCallback {

		private static final int MOST = 16;

		@Override
		public String display(String line) {
			return (line.length() <= this.longest) ? line : this.mark.repeat(Math.min(line.length(), MOST));
		}

		@Override
		public @Nullable String history(String line) {
			return null;
		}

	}

}
