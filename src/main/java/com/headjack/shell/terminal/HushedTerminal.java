package com.headjack.shell.terminal;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * A terminal that shows nothing that is typed, but for the answers to questions. What is
 * typed early waits for its question. Closing it restores the terminal.
 */
final class HushedTerminal implements AutoCloseable {

	private final Terminal terminal;

	private final Attributes before;

	private final Terminal.SignalHandler resumed;

	HushedTerminal(Terminal terminal) {
		this.terminal = terminal;
		this.before = terminal.enterRawMode();
		// A shell turns the echo on while the process is stopped.
		Attributes hushed = new Attributes(terminal.getAttributes());
		this.resumed = terminal.handle(Terminal.Signal.CONT, (_) -> terminal.setAttributes(hushed));
	}

	@Override
	public void close() {
		this.terminal.handle(Terminal.Signal.CONT, this.resumed);
		this.terminal.setAttributes(this.before);
	}

}
