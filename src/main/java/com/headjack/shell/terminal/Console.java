package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

import com.headjack.shell.grammar.CommandText;

/**
 * The terminal that hjk was started at: opened by who needs it, or held open by the shell
 * with what was typed there and is still to be done.
 */
public final class Console {

	private final Deque<CommandText.Line> typed = new ArrayDeque<>();

	private @Nullable Terminal held;

	/**
	 * Keeps the terminal open for all who need it, until it is released.
	 * @return the terminal
	 */
	public Terminal hold() {
		Terminal terminal = (this.held != null) ? this.held : open(TerminalBuilder.SystemOutput.SysOut);
		this.held = terminal;
		return terminal;
	}

	public void release() {
		try (Terminal _ = this.held) {
			this.held = null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The lines that were typed at once and are still to be done.
	 */
	public Deque<CommandText.Line> typed() {
		return this.typed;
	}

	/**
	 * Does something at the terminal.
	 * @param <T> what comes of it
	 * @param output which of the standard streams is the screen, unless the shell has
	 * decided that
	 * @param use what is done
	 * @return what came of it
	 */
	public <T> T use(TerminalBuilder.SystemOutput output, Use<T> use) {
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
			// to ask the terminal what it can do would lose what is typed meanwhile
			return TerminalBuilder.builder().system(true).systemOutput(output).graphemeCluster(false).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Does something at a terminal.
	 *
	 * @param <T> what comes of it
	 */
	@FunctionalInterface
	public interface Use<T> {

		T at(Terminal terminal) throws IOException;

	}

}
