package com.headjack.shell.command;

import com.headjack.credential.CaptureLog;
import com.headjack.shell.terminal.Output;

/**
 * Tells the user about a capture.
 */
final class CaptureMessages implements CaptureLog {

	private final Output output;

	CaptureMessages(Output output) {
		this.output = output;
	}

	@Override
	public void repaired(String what) {
		this.output.message("Ignored " + what + ": not part of the credential.");
	}

	@Override
	public void found(String file) {
		this.output.message("Found existing subscription credentials in " + file + ".");
	}

	@Override
	public void warned(String why) {
		this.output.message("warning: " + why);
	}

}
