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
 * The terminal that hjk was started at. It is opened for each use, unless the shell holds
 * it open. Also keeps the lines typed in the shell that have not run yet.
 */
public final class Console {

	private final Deque<CommandText.Line> typed = new ArrayDeque<>();

	private @Nullable Terminal held;

	/**
	 * Keeps the terminal open for all uses until its release.
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
	 * The lines that were typed together and have not run yet.
	 */
	public Deque<CommandText.Line> typed() {
		return this.typed;
	}

	/**
	 * Uses the terminal.
	 * @param <T> the type of the result
	 * @param output the standard stream to draw on; ignored if the shell holds the
	 * terminal
	 * @param use the use
	 * @return the result of the use
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
			// probing for grapheme clusters would lose keys that are typed meanwhile
			return TerminalBuilder.builder().system(true).systemOutput(output).graphemeCluster(false).build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A use of a terminal.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	public interface Use<T> {

		T at(Terminal terminal) throws IOException;

	}

}
