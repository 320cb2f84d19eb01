package com.headjack.shell;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import org.jspecify.annotations.Nullable;

import com.headjack.secret.Secret;

/**
 * Asks by JLine, on the standard input and the standard error output.
 */
final class TerminalDialog implements Dialog {

	private static final char NO_ECHO = 0;

	@Override
	public String ask(String question) {
		return read(question, null).strip();
	}

	@Override
	public Secret askSecret(String question) {
		return Secret.of(read(question, NO_ECHO));
	}

	private static String read(String question, @Nullable Character mask) {
		try (Terminal terminal = TerminalBuilder.builder()
			.system(true)
			.systemOutput(TerminalBuilder.SystemOutput.SysErr)
			.build()) {
			LineReader reader = LineReaderBuilder.builder()
				.terminal(terminal)
				.variable(LineReader.DISABLE_HISTORY, true)
				.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
				.build();
			return reader.readLine(question, mask);
		}
		catch (UserInterruptException | EndOfFileException ex) {
			throw new InterruptedByUserException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
