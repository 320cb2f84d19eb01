package com.headjack.doctor;

import java.util.List;
import java.util.Set;

/**
 * Checks that there is an agent to work with.
 *
 * @param loggedIn the names of the agents that have a login
 */
record LoginCheck(Set<String> loggedIn) implements Check {

	@Override
	public String name() {
		return "logins";
	}

	@Override
	public List<Diagnostic> run() {
		return List.of(this.loggedIn.isEmpty()
				? Diagnostic.warning(name(), "no agent has a login yet", "log in, for instance with 'hjk auth claude'")
				: Diagnostic.ok(name(), String.join(", ", this.loggedIn)));
	}

}
