package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

import com.headjack.shell.grammar.CommandText;

/**
 * The terminal of the user. It is opened for each use, unless the shell holds it open.
 * Also keeps the lines typed in the shell that have not run yet.
 */
public final class Console {

	private final Deque<CommandText.Line> typed = new ArrayDeque<>();

	private final StandardStreams streams;

	private TerminalModes modes;

	private @Nullable Terminal held;

	private boolean hushed;

	/**
	 * Receives what JLine tells, such as a stack trace for a terminal of unknown type. A
	 * logger that nobody holds forgets its level.
	 */
	private @Nullable Logger library;

	public Console(StandardStreams streams) {
		this(streams, TerminalModes.unchanged(streams));
	}

	/**
	 * Creates a console.
	 * @param streams the terminal, and what stands in its place
	 * @param modes the terminal's modes, for the end of hjk
	 */
	public Console(StandardStreams streams, TerminalModes modes) {
		this.streams = streams;
		this.modes = modes;
	}

	/**
	 * The streams behind the terminal.
	 */
	public StandardStreams streams() {
		return this.streams;
	}

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

	/**
	 * Shows nothing that is typed but for the answers to questions, which may be typed
	 * before they are asked.
	 * @param <T> the type of the result
	 * @param output the standard stream to draw on; ignored if the shell holds the
	 * terminal
	 * @param questions asks the questions
	 * @return the result of the questions
	 */
	public <T> T hushed(TerminalBuilder.SystemOutput output, Supplier<T> questions) {
		if (this.hushed) {
			return questions.get();
		}
		boolean opened = this.held == null;
		Terminal terminal = opened ? open(output) : Objects.requireNonNull(this.held);
		this.held = terminal;
		this.hushed = true;
		TerminalModes before = this.modes;
		try (TerminalModes _ = withoutEcho(terminal);
				HushedTerminal _ = new HushedTerminal(terminal, this.streams, this.modes)) {
			return questions.get();
		}
		finally {
			this.modes = before;
			this.hushed = false;
			if (opened) {
				release();
			}
		}
	}

	/**
	 * JLine does not change the modes of a dumb terminal.
	 */
	private TerminalModes withoutEcho(Terminal terminal) {
		if (!PlainLine.fits(terminal)) {
			return TerminalModes.unchanged(this.streams);
		}
		TerminalModes before = TerminalModes.withoutEcho(this.streams);
		this.modes = this.modes.changed() ? this.modes : before;
		return before;
	}

	private Terminal open(TerminalBuilder.SystemOutput output) {
		this.library = Logger.getLogger("org.jline");
		this.library.setLevel(Level.OFF);
		try {
			Terminal terminal = this.streams.terminal(output);
			if (this.modes.changed()) {
				// After JLine's own hook, which restores what the launcher left.
				this.streams.lastWords(this.modes::close);
			}
			return terminal;
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
