package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;

/**
 * Lists the agents, and the user's profiles that replace built-in ones.
 */
record ProfileCheck(AgentCatalog catalog) implements Check {

	@Override
	public String name() {
		return "agents";
	}

	@Override
	public List<Diagnostic> run() {
		List<Diagnostic> found = new ArrayList<>();
		found.add(Diagnostic.ok(name(),
				this.catalog.ids().stream().map(AgentId::value).collect(Collectors.joining(", "))));
		this.catalog.ids()
			.forEach((id) -> this.catalog.replacement(id)
				.ifPresent((file) -> found.add(Diagnostic.ok("profile " + id,
						"your own profile %s replaces the built-in one".formatted(file)))));
		return found;
	}

}
