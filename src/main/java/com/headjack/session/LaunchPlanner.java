package com.headjack.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentProfile;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.injection.InjectionPlan;
import com.headjack.injection.InjectionPlanner;
import com.headjack.instance.ContainerPaths;

/**
 * Gets a program ready to be started: an agent's credential is loaded here, before
 * anything is made for it.
 */
final class LaunchPlanner {

	private static final List<String> LOGIN_SHELL = List.of("sh", "-c", "exec \"$(command -v bash || echo sh)\" -l");

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	private final InjectionPlanner planner;

	LaunchPlanner(AgentCatalog catalog, CredentialRepository credentials, InjectionPlanner planner) {
		this.catalog = catalog;
		this.credentials = credentials;
		this.planner = planner;
	}

	Launch plan(Program program) {
		return switch (program) {
			case Program.Agent agent -> plan(agent);
			case Program.Shell shell -> new Launch(shell.type(), shell.words().isEmpty() ? LOGIN_SHELL : shell.words(),
					new InjectionPlan(Map.of(), Map.of(), Map.of(), List.of()));
		};
	}

	private Launch plan(Program.Agent agent) {
		AgentProfile profile = this.catalog.get(agent.agent());
		try (Credential credential = this.credentials.get(profile.id())) {
			InjectionPlan plan = this.planner.plan(profile, credential, ContainerPaths.WORKSPACE);
			return new Launch(agent.type(), words(profile, plan, agent), plan);
		}
	}

	private static List<String> words(AgentProfile profile, InjectionPlan plan, Program.Agent agent) {
		List<String> prompt = Optional.ofNullable(agent.prompt()).map(profile::promptArguments).orElse(List.of());
		return Stream.of(List.of(profile.command()), plan.flags(), agent.arguments(), prompt)
			.flatMap(List::stream)
			.toList();
	}

}
