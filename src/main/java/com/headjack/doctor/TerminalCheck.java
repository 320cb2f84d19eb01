package com.headjack.doctor;

import java.util.List;

import com.headjack.host.HostEnvironment;

/**
 * Whether there is somebody to ask.
 */
record TerminalCheck(HostEnvironment host) implements Check {

	@Override
	public String name() {
		return "terminal";
	}

	@Override
	public List<Diagnostic> run() {
		if (!this.host.interactive()) {
			return List
				.of(Diagnostic.ok(name(), "none: nothing is asked, credentials are read from the standard input"));
		}
		String type = this.host.variable("TERM").orElse("dumb");
		return List.of(type.equals("dumb")
				? Diagnostic.warning(name(), "TERM does not say what the terminal can do", "set TERM=xterm-256color")
				: Diagnostic.ok(name(), type));
	}

}
