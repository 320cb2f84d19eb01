package com.headjack.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.failure.FailureKind;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;

/**
 * Starts programs in tmux sessions.
 */
final class SessionLauncher {

	private final ContainerEngine engine;

	private final AgentSettings settings;

	private final Clock clock;

	private final RandomGenerator random;

	SessionLauncher(ContainerEngine engine, Clock clock, RandomGenerator random) {
		this.engine = engine;
		this.settings = new AgentSettings(engine);
		this.clock = clock;
		this.random = random;
	}

	Session start(Instance instance, SessionFiles files, Launch launch, @Nullable SessionName name) {
		SessionRecord record = claim(files, launch.type(), name);
		try {
			start(instance, new SessionName(record.name()), launch);
		}
		catch (RuntimeException ex) {
			files.release(record.name());
			throw ex;
		}
		return new Session(new SessionName(record.name()), record.type(), true, OptionalInt.empty(), record.created(),
				record.accessed());
	}

	private SessionRecord claim(SessionFiles files, String type, @Nullable SessionName name) {
		Instant now = this.clock.instant();
		String boot = files.boot();
		for (int tries = 0; tries < 1000; tries++) {
			SessionName candidate = (name != null) ? name : SessionName.random(this.random);
			SessionRecord record = new SessionRecord(candidate.value(), type, now, now, boot);
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

	private void start(Instance instance, SessionName name, Launch launch) {
		String out = ContainerPaths.OUT + "/" + name;
		List<String> supervised = new ArrayList<>(List.of("sh", "-c", Scripts.SUPERVISE.text(), "sh", out));
		supervised.addAll(launch.words());
		TmuxCommand command = new TmuxCommand.NewSession(name, out + ".log", supervised);
		Map<String, String> changed = this.settings.merge(instance, launch.words().getFirst(),
				launch.plan().settings());
		ExecRequest request = StartRequest.of(launch.plan(), changed, command.words()).as(instance.user());
		ExecResult result = this.engine.exec(Objects.requireNonNull(instance.container()), request);
		if (!result.succeeded()) {
			throw new SessionException(FailureKind.FAILED,
					"the session could not be started: "
							+ result.errors().strip().lines().findFirst().orElse("tmux ended with " + result.code()),
					"look at the container with 'hjk exec BRANCH --no-mux COMMAND'");
		}
	}

}
