package com.headjack.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentPreferences;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
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

	private final AccountChoice choice;

	private final InjectionPlanner planner;

	private final Renewals renewals;

	LaunchPlanner(AgentCatalog catalog, CredentialRepository credentials, ConfiguredAgents configured,
			InjectionPlanner planner, Renewals renewals) {
		this.catalog = catalog;
		this.credentials = credentials;
		this.configured = configured;
		this.choice = new AccountChoice(configured);
		this.planner = planner;
		this.renewals = renewals;
	}

	/**
	 * Loads an agent's login, which may have been renewed in other instances.
	 * @param repository the id of the repository that it starts in
	 */
	Launch prepare(Program program, String repository, LaunchLog log) {
		return switch (program) {
			case Program.Agent agent -> {
				AgentProfile profile = this.catalog.get(agent.agent());
				Account account = this.choice.of(profile.id(), agent.account(), repository);
				Renewed.tell(this.renewals.collect(account), log::notice);
				yield new Launch.Agent(profile, account, this.credentials.get(account), agent);
			}
			case Program.Shell shell -> new Launch.Shell(shell);
		};
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

	/**
	 * Records that a session has an agent's login.
	 */
	void given(Instance instance, Launch launch, Session session) {
		if (launch instanceof Launch.Agent agent) {
			this.renewals.given(instance, session.name().value(), agent.account(), agent.credential().value());
		}
	}

	/**
	 * Plans the start of a program.
	 * @param beside the running sessions of the same program
	 */
	SessionPlan plan(Launch launch, Workspace workspace, List<Session> beside) {
		return switch (launch) {
			case Launch.Agent agent -> plan(agent, workspace, beside.isEmpty());
			case Launch.Shell shell -> {
				List<String> words = shell.program().words();
				yield new SessionPlan(words.isEmpty() ? LOGIN_SHELL : words, InjectionPlan.NOTHING);
			}
		};
	}

	private SessionPlan plan(Launch.Agent launch, Workspace workspace, boolean alone) {
		AgentProfile profile = launch.profile();
		AgentPreferences preferences = this.configured.of(profile.id()).with(launch.program().arguments());
		InjectionPlan plan = this.planner.plan(profile, preferences, launch.credential(), workspace);
		return new SessionPlan(words(profile, plan, launch.program()), alone ? plan : plan.besideOthers(),
				ExpectedQuestion.of(profile.questions(), preferences.flags()));
	}

	private static List<String> words(AgentProfile profile, InjectionPlan plan, Program.Agent agent) {
		List<String> prompt = Optional.ofNullable(agent.prompt()).map(profile::promptArguments).orElse(List.of());
		return Stream.of(List.of(profile.command()), plan.flags(), prompt).flatMap(List::stream).toList();
	}

}
