package com.headjack.client;

import java.io.IOException;

/**
 * The terminal's modes that the launcher saved before it changed them.
 *
 * @param saved the modes, as {@code stty -g} prints them, or an empty text if the
 * launcher changed none
 */
record Modes(String saved) {

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
