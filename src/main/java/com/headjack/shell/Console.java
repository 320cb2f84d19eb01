package com.headjack.shell;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The terminal that hjk was started at: opened by who needs it, or held open by the
 * shell.
 */
final class Console {

	private @Nullable Terminal held;

	/**
	 * Opens the terminal and keeps it open for all who need it.
	 * @return what ends that
	 */
	Hold hold() {
		Terminal terminal = open(TerminalBuilder.SystemOutput.SysOut);
		this.held = terminal;
		return new Hold(terminal, this);
	}

	/**
	 * Does something at the terminal.
	 * @param <T> what comes of it
	 * @param output which of the standard streams is the screen, unless the shell has
	 * decided that
	 * @param use what is done
	 * @return what came of it
	 */
	<T> T use(TerminalBuilder.SystemOutput output, Use<T> use) {
		try {
			if (this.held != null) {
				return use.at(this.held);
			}
			try (Terminal terminal = open(output)) {
				return use.at(terminal);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Terminal open(TerminalBuilder.SystemOutput output) {
		try {
			return TerminalBuilder.builder().system(true).systemOutput(output).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keeps the terminal open.
	 *
	 * @param terminal the terminal
	 * @param console whose terminal it is
	 */
	record Hold(Terminal terminal, Console console) implements AutoCloseable {

		@Override
		public void close() {
			this.console.held = null;
			try {
				this.terminal.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * Does something at a terminal.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	interface Use<T> {

		T at(Terminal terminal) throws IOException;

	}

}
