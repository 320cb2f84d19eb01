package com.headjack.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecResult;
import com.headjack.failure.FailureKind;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Inside;
import com.headjack.instance.Instance;

/**
 * Starts programs in tmux sessions.
 */
final class SessionLauncher {

	/**
	 * The exit code for a file that was changed after it was read and before it was
	 * written.
	 */
	private static final int CHANGED = 75;

	private static final int TRIES = 10;

	private final ContainerEngine engine;

	private final Clock clock;

	private final RandomGenerator random;

	private final LogLimit limit;

	SessionLauncher(ContainerEngine engine, Clock clock, RandomGenerator random, LogLimit limit) {
		this.engine = engine;
		this.clock = clock;
		this.random = random;
		this.limit = limit;
	}

	Session start(Instance instance, SessionFiles files, Launch launch, SessionPlan plan, @Nullable SessionName name,
			ProgramLog log) {
		log.startingProgram(launch.program());
		SessionRecord record = claim(files, launch, plan, name);
		try {
			start(instance, record, plan, log);
		}
		catch (RuntimeException ex) {
			files.release(record.name());
			throw ex;
		}
		return new Session(new SessionName(record.name()), record.type(), true, OptionalInt.empty(), record.created(),
				record.accessed(), record.login());
	}

	private SessionRecord claim(SessionFiles files, Launch launch, SessionPlan plan, @Nullable SessionName name) {
		Instant now = this.clock.instant();
		String boot = files.boot();
		SessionLogin login = (launch instanceof Launch.Agent agent) ? agent.login() : null;
		for (int tries = 0; tries < 1000; tries++) {
			SessionName candidate = (name != null) ? name : SessionName.random(this.random);
			SessionRecord record = new SessionRecord(candidate.value(), launch.program().type(), now, now, login, boot,
					plan.questions());
			if (files.claim(record)) {
				return record;
			}
			if (name != null) {
				throw new SessionException(FailureKind.FAILED, "there is a session \"" + name + "\" already",
						"choose another name with '--name', or leave it out");
			}
		}
		throw new SessionException(FailureKind.FAILED, "no name is left for a session", "give one with '--name'");
	}

	private void start(Instance instance, SessionRecord record, SessionPlan plan, ProgramLog log) {
		AtomicReference<@Nullable Survey> survey = new AtomicReference<>();
		ExecResult result = tryToStart(instance, record, plan, survey);
		for (int tries = 1; result.code() == CHANGED && tries < TRIES; tries++) {
			result = tryToStart(instance, record, plan, survey);
		}
		if (!result.succeeded()) {
			throw new SessionException(FailureKind.FAILED, "the session could not be started: " + reason(result),
					"run 'hjk recreate %1$s' for a new container, or look at this one with 'hjk exec %1$s --no-mux -- sh'"
						.formatted(instance.quotedBranch()));
		}
		tell(instance, plan, Objects.requireNonNull(survey.get()), log);
	}

	private static void tell(Instance instance, SessionPlan plan, Survey survey, ProgramLog log) {
		Set<String> leftOut = new TreeSet<>(plan.injection().leftOut());
		leftOut.addAll(survey.variables());
		leftOut.forEach(log::variableLeftOut);
		survey.homesIn(List.of(ContainerPaths.WORKSPACE, instance.worktree().toString()))
			.forEach((variable, folder) -> log
				.notice("%s is %s, a folder of the worktree: what the agent keeps there can be committed"
					.formatted(variable, folder)));
	}

	private ExecResult tryToStart(Instance instance, SessionRecord record, SessionPlan plan,
			AtomicReference<@Nullable Survey> survey) {
		String launch = ContainerPaths.SECRETS + "/" + record.name() + ".launch";
		Surveyor surveyor = new Surveyor(plan.words().getFirst(), plan.injection());
		return new Inside(this.engine, instance).run("answer what is installed", surveyor.request(),
				"start the session", (result) -> {
					Survey found = surveyor.survey(instance, result);
					survey.set(found);
					return StartRequest.of(plan, found, launch, command(record, launch, found.unset()));
				});
	}

	private List<String> command(SessionRecord record, String launch, Set<String> unset) {
		String out = ContainerPaths.OUT + "/" + record.name();
		List<String> supervised = List.of("sh", "-c", Scripts.SUPERVISE.text(), "sh", out, launch);
		List<String> words = new ArrayList<>(List.of("env"));
		unset.forEach((variable) -> words.addAll(List.of("-u", variable)));
		SessionName name = new SessionName(record.name());
		words.addAll(new TmuxCommand.NewSession(name, record.type(), out, this.limit, supervised).words());
		return words;
	}

	private static String reason(ExecResult result) {
		if (result.code() == CHANGED) {
			return "another program keeps changing the agent's settings";
		}
		return result.errors().strip().lines().findFirst().orElse("tmux ended with " + result.code());
	}

}
