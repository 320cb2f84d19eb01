package com.headjack.shell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import com.headjack.host.Termination;

/**
 * The modes that the terminal had before its echo was turned off, to be restored when hjk
 * ends, in whatever way.
 */
public final class TerminalModes implements AutoCloseable {

	private static final int SETTLED = 100;

	private final StandardStreams streams;

	private final String saved;

	private Termination.@Nullable Registration lastWords;

	private TerminalModes(StandardStreams streams, String saved) {
		this.streams = streams;
		this.saved = saved;
	}

	/**
	 * The modes that the launcher saved.
	 * @param streams the terminal
	 * @param saved the modes, as {@code stty -g} prints them, or an empty text if the
	 * launcher changed none
	 * @return the modes, which a shutdown hook restores too
	 */
	public static TerminalModes ofLauncher(StandardStreams streams, String saved) {
		TerminalModes modes = new TerminalModes(streams, saved);
		if (modes.changed()) {
			Termination.hook(modes::restoreForGood);
		}
		return modes;
	}

	/**
	 * Turns the echo off by {@code stty}, for a terminal whose modes JLine does not know.
	 * @param streams the terminal
	 * @return the modes before, which a shutdown hook restores too; modes that restore
	 * nothing if stdin is no terminal
	 */
	static TerminalModes withoutEcho(StandardStreams streams) {
		TerminalModes modes = new TerminalModes(streams, streams.ask(List.of("stty", "-g")).strip());
		if (modes.changed()) {
			modes.lastWords = streams.lastWords(modes::restore);
			modes.hush();
		}
		return modes;
	}

	private void hush() {
		stty("-echo", "-icanon", "-isig", "min", "1", "time", "0");
	}

	/**
	 * The modes where none was changed.
	 * @return modes that restore nothing
	 */
	static TerminalModes unchanged(StandardStreams streams) {
		return new TerminalModes(streams, "");
	}

	/**
	 * Whether the echo was turned off.
	 */
	boolean changed() {
		return !this.saved.isEmpty();
	}

	/**
	 * Stops this process and the others of its job, as Ctrl-Z does, with the modes
	 * restored until it goes on.
	 */
	void stopped() {
		restore();
		this.streams.ask(List.of("sh", "-c", "kill -TSTP 0"));
		if (changed()) {
			hush();
		}
	}

	/**
	 * Restores the modes.
	 */
	@Override
	public void close() {
		if (this.lastWords != null) {
			this.lastWords.close();
		}
		restore();
	}

	/**
	 * A thread that was about to ask when the signal came can turn the echo off once
	 * more.
	 */
	private void restoreForGood() {
		close();
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SETTLED));
		restore();
	}

	private void restore() {
		if (changed()) {
			stty(this.saved);
		}
	}

	/**
	 * Runs {@code stty}. The terminal keeps its modes if that fails, as it would after a
	 * crash.
	 */
	private void stty(String... words) {
		List<String> command = new ArrayList<>(List.of("stty"));
		command.addAll(List.of(words));
		this.streams.ask(command);
	}

}
