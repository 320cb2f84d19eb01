package com.headjack.doctor;

import java.util.List;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * Checks the terminal, if there is one.
 */
record TerminalCheck(HostEnvironment host) implements Check {

	@Override
	public String name() {
		return "terminal";
	}

	@Override
	public List<Diagnostic> run() {
		if (!this.host.interactive()) {
			return List.of(Diagnostic.ok(name(), "none: hjk asks nothing, and reads credentials from stdin"));
		}
		String type = this.host.variable(KnownVariable.TERM).orElse("dumb");
		return List.of(type.equals("dumb")
				? Diagnostic.warning(name(), "TERM does not name the type of the terminal", "set TERM=xterm-256color")
				: Diagnostic.ok(name(), type));
	}

}
