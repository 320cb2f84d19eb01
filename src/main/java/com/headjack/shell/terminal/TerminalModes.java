package com.headjack.shell.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jline.utils.ShutdownHooks;
import org.jspecify.annotations.Nullable;

/**
 * The modes that the terminal had before its echo was turned off, to be restored when hjk
 * ends, in whatever way.
 */
public final class TerminalModes implements AutoCloseable {

	/**
	 * Set by the launcher, as {@code stty -g} prints it.
	 */
	private static final String PROPERTY = "headjack.modes";

	private static final int PATIENCE = 2;

	private static final int SETTLED = 100;

	private final @Nullable String saved;

	private ShutdownHooks.@Nullable Task lastWords;

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
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(modes::restoreForGood));
		}
		return modes;
	}

	/**
	 * Turns the echo off by {@code stty}, for a terminal whose modes JLine does not know.
	 * @return the modes before, which a shutdown hook restores too; modes that restore
	 * nothing if stdin is no terminal
	 */
	static TerminalModes withoutEcho() {
		TerminalModes modes = new TerminalModes(stty("-g").strip());
		if (modes.changed()) {
			modes.lastWords = ShutdownHooks.add(modes::restore);
			hush();
		}
		return modes;
	}

	private static void hush() {
		stty("-echo", "-icanon", "-isig", "min", "1", "time", "0");
	}

	/**
	 * The modes where none was changed.
	 * @return modes that restore nothing
	 */
	static TerminalModes unchanged() {
		return new TerminalModes(null);
	}

	/**
	 * Whether the echo was turned off.
	 */
	boolean changed() {
		return this.saved != null && !this.saved.isEmpty();
	}

	/**
	 * Stops this process and the others of its job, as Ctrl-Z does, with the modes
	 * restored until it goes on.
	 */
	void stopped() {
		restore();
		run("sh", "-c", "kill -TSTP 0");
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
			ShutdownHooks.remove(this.lastWords);
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
			stty(String.valueOf(this.saved));
		}
	}

	/**
	 * Runs {@code stty}. The terminal keeps its modes if that fails, as it would after a
	 * crash.
	 * @return what it printed
	 */
	private static String stty(String... words) {
		List<String> command = new ArrayList<>(List.of("stty"));
		command.addAll(List.of(words));
		return run(command.toArray(String[]::new));
	}

	private static String run(String... command) {
		try {
			Process program = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			program.waitFor(PATIENCE, TimeUnit.SECONDS);
			return new String(program.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
		}
		catch (IOException _) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

}
