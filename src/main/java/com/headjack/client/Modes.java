package com.headjack.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The terminal's modes that the launcher saved before it changed them.
 *
 * @param saved the modes, as {@code stty -g} prints them, or an empty text if the
 * launcher changed none
 */
record Modes(String saved) {

	/**
	 * Asks the terminal.
	 * @return its modes, or none if there is no terminal
	 */
	static Modes current() throws InterruptedException {
		try {
			Process stty = new ProcessBuilder("stty", "-g").redirectInput(ProcessBuilder.Redirect.INHERIT)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			String modes = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			return new Modes((stty.waitFor() == 0) ? modes.strip() : "");
		}
		catch (IOException _) {
			return new Modes("");
		}
	}

	/**
	 * Restores the modes. The terminal keeps those it has if that fails.
	 */
	void restore() {
		if (this.saved.isEmpty()) {
			return;
		}
		try {
			new ProcessBuilder("stty", this.saved).redirectInput(ProcessBuilder.Redirect.INHERIT)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException _) {
			// There is no stty.
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
