package com.headjack.shell.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;

/**
 * A terminal that shows nothing that is typed, but for the answers to questions. What is
 * typed early waits for its question. Closing it, or a signal that ends hjk, restores the
 * terminal.
 */
final class HushedTerminal implements AutoCloseable {

	private final Terminal terminal;

	private final Attributes before;

	private final Terminal.SignalHandler resumed;

	private final ShutdownHooks.Task lastWords;

	HushedTerminal(Terminal terminal) {
		this.terminal = terminal;
		String keys = Curses.tputs(terminal.getStringCapability(Capability.keypad_local));
		this.lastWords = ShutdownHooks.add(() -> {
			if (keys != null) {
				new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.US_ASCII).print(keys);
			}
		});
		this.before = terminal.enterRawMode();
		// A shell turns the echo on while the process is stopped.
		Attributes hushed = new Attributes(terminal.getAttributes());
		this.resumed = terminal.handle(Terminal.Signal.CONT, (_) -> terminal.setAttributes(hushed));
	}

	@Override
	public void close() {
		this.terminal.handle(Terminal.Signal.CONT, this.resumed);
		this.terminal.setAttributes(this.before);
		ShutdownHooks.remove(this.lastWords);
	}

}
