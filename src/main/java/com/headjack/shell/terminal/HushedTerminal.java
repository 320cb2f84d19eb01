package com.headjack.shell.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

import com.headjack.host.Termination;

/**
 * A terminal that shows nothing that is typed, but for the answers to questions. What is
 * typed early waits for its question. Closing it, or a signal that ends hjk, restores the
 * terminal. Ctrl-Z and Ctrl-\ stop and interrupt hjk, although they arrive as keys.
 */
final class HushedTerminal implements AutoCloseable {

	private static final String PASTES_UNMARKED = "\033[?2004l";

	private final Terminal terminal;

	private final StandardStreams streams;

	private final TerminalModes modes;

	private final Attributes before;

	private final Map<Terminal.Signal, Terminal.SignalHandler> handlers = new EnumMap<>(Terminal.Signal.class);

	private final @Nullable String keys;

	private final Termination.Registration lastWords;

	/**
	 * Takes a terminal.
	 * @param terminal the terminal
	 * @param streams the streams behind it
	 * @param modes the modes of a terminal that JLine does not know, or that the launcher
	 * has changed
	 */
	HushedTerminal(Terminal terminal, StandardStreams streams, TerminalModes modes) {
		this.terminal = terminal;
		this.streams = streams;
		this.modes = modes;
		this.keys = Curses.tputs(terminal.getStringCapability(Capability.keypad_local));
		this.lastWords = streams.lastWords(() -> say(this.keys));
		this.before = terminal.enterRawMode();
		// A shell turns the echo on while the process is stopped.
		Attributes hushed = new Attributes(terminal.getAttributes());
		handle(Terminal.Signal.CONT, (_) -> terminal.setAttributes(hushed));
		handle(Terminal.Signal.TSTP, (_) -> stop());
		handle(Terminal.Signal.QUIT, (_) -> terminal.raise(Terminal.Signal.INT));
	}

	private void handle(Terminal.Signal signal, Terminal.SignalHandler handler) {
		this.handlers.put(signal, this.terminal.handle(signal, handler));
	}

	private void say(@Nullable String sequences) {
		if (sequences != null) {
			new PrintStream(this.streams.errors(), true, StandardCharsets.US_ASCII).print(sequences);
		}
	}

	/**
	 * Stops this process until the user lets it go on, with the terminal as it was.
	 */
	private void stop() {
		Attributes asking = this.terminal.getAttributes();
		say((this.keys != null) ? this.keys + PASTES_UNMARKED : null);
		this.terminal.setAttributes(this.before);
		this.terminal.handle(Terminal.Signal.TSTP, Terminal.SignalHandler.SIG_DFL);
		this.modes.stopped();
		this.terminal.handle(Terminal.Signal.TSTP, (_) -> stop());
		this.terminal.setAttributes(asking);
	}

	@Override
	public void close() {
		this.handlers.forEach(this.terminal::handle);
		this.terminal.setAttributes(this.before);
		this.lastWords.close();
	}

}
