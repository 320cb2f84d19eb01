package com.headjack.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentPreferences;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.injection.InjectionPlan;
import com.headjack.injection.InjectionPlanner;
import com.headjack.injection.Workspace;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;
import com.headjack.renewal.Renewals;
import com.headjack.renewal.Renewed;

/**
 * Prepares a program for its start. An agent's credential is loaded first, before
 * anything is created for the agent.
 */
final class LaunchPlanner {

	private static final List<String> LOGIN_SHELL = List.of("sh", "-c", "exec \"$(command -v bash || echo sh)\" -l");

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	private final ConfiguredAgents configured;

	private final InjectionPlanner planner;

	private final Renewals renewals;

	LaunchPlanner(AgentCatalog catalog, CredentialRepository credentials, ConfiguredAgents configured,
			InjectionPlanner planner, Renewals renewals) {
		this.catalog = catalog;
		this.credentials = credentials;
		this.configured = configured;
		this.planner = planner;
		this.renewals = renewals;
	}

	/**
	 * Loads an agent's login, which may have been renewed in other instances.
	 */
	Launch prepare(Program program, LaunchLog log) {
		return switch (program) {
			case Program.Agent agent -> {
				AgentProfile profile = this.catalog.get(agent.agent());
				Account account = account(profile, agent);
				Renewed.tell(this.renewals.collect(profile, account), log::notice);
				yield new Launch.Agent(profile, account, this.credentials.get(account), agent);
			}
			case Program.Shell shell -> new Launch.Shell(shell);
		};
	}

	private Account account(AgentProfile profile, Program.Agent program) {
		String name = program.account();
		return Account.of(profile.id(), (name != null) ? name : this.configured.of(profile.id()).account());
	}

	/**
	 * Prepares an instance for the login of the program that is about to start there.
	 */
	void clear(Instance instance, Launch launch, LaunchLog log) {
		if (launch instanceof Launch.Agent agent) {
			Renewed.tell(this.renewals.prepare(instance, agent.profile(), agent.account(), agent.credential().method()),
					log::notice);
		}
	}

	SessionPlan plan(Launch launch, Workspace workspace) {
		return switch (launch) {
			case Launch.Agent agent -> plan(agent, workspace);
			case Launch.Shell shell -> {
				List<String> words = shell.program().words();
				yield new SessionPlan(words.isEmpty() ? LOGIN_SHELL : words, InjectionPlan.NOTHING);
			}
		};
	}

	private SessionPlan plan(Launch.Agent launch, Workspace workspace) {
		AgentProfile profile = launch.profile();
		AgentPreferences preferences = this.configured.of(profile.id()).with(launch.program().arguments());
		InjectionPlan plan = this.planner.plan(profile, preferences, launch.credential(), workspace);
		return new SessionPlan(words(profile, plan, launch.program()), plan,
				ExpectedQuestion.of(profile.questions(), preferences.flags()));
	}

	private static List<String> words(AgentProfile profile, InjectionPlan plan, Program.Agent agent) {
		List<String> prompt = Optional.ofNullable(agent.prompt()).map(profile::promptArguments).orElse(List.of());
		return Stream.of(List.of(profile.command()), plan.flags(), prompt).flatMap(List::stream).toList();
	}

}
