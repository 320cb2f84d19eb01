package com.headjack.shell.terminal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The modes that the terminal had before the launcher turned its echo off, to be restored
 * when hjk ends, in whatever way.
 */
public final class TerminalModes implements AutoCloseable {

	/**
	 * Set by the launcher, as {@code stty -g} prints it.
	 */
	private static final String PROPERTY = "headjack.modes";

	private static final int PATIENCE = 2;

	private final @Nullable String saved;

	private TerminalModes(@Nullable String saved) {
		this.saved = saved;
	}

	/**
	 * The modes that the launcher saved.
	 * @return the modes, which a shutdown hook restores too
	 */
	public static TerminalModes ofLauncher() {
		TerminalModes modes = new TerminalModes(System.getProperty(PROPERTY));
		if (modes.saved != null && !modes.saved.isEmpty()) {
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(modes::close));
		}
		return modes;
	}

	/**
	 * The modes where the launcher has changed none.
	 * @return modes that restore nothing
	 */
	static TerminalModes unchanged() {
		return new TerminalModes(null);
	}

	/**
	 * Whether the launcher has turned the echo off.
	 */
	boolean changed() {
		return this.saved != null && !this.saved.isEmpty();
	}

	/**
	 * Restores the modes.
	 */
	@Override
	public void close() {
		if (!changed()) {
			return;
		}
		try {
			new ProcessBuilder("stty", String.valueOf(this.saved)).redirectInput(ProcessBuilder.Redirect.INHERIT)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor(PATIENCE, TimeUnit.SECONDS);
		}
		catch (IOException _) {
			// The terminal keeps its modes, as it would after a crash.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
