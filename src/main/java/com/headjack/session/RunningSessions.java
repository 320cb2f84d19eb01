package com.headjack.session;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Inside;
import com.headjack.instance.Instance;

/**
 * Tells which sessions run. A container can write that a session has ended, so tmux is
 * asked, too.
 *
 * @param sessions finds the sessions in the host's records
 * @param engine the engine
 */
record RunningSessions(Sessions sessions, ContainerEngine engine) {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * Lists the running sessions of an instance. Where the container does not answer, its
	 * files are believed.
	 */
	List<Session> of(Instance instance) {
		List<Session> all = this.sessions.list(instance);
		try {
			return among(instance, all);
		}
		catch (HeadjackException | UncheckedIOException _) {
			return all.stream().filter(Session::running).toList();
		}
	}

	/**
	 * Returns those of an instance's sessions that run.
	 * @throws HeadjackException if the container does not answer
	 */
	List<Session> among(Instance instance, List<Session> all) {
		List<String> ended = all.stream()
			.filter((session) -> !session.running())
			.map((session) -> session.name().value())
			.toList();
		Set<String> alive = (ended.isEmpty() || !instance.alive()) ? Set.of() : answering(instance, ended);
		return all.stream()
			.filter((session) -> session.running() || alive.contains(session.name().value()))
			.map(Session::asRunning)
			.toList();
	}

	private Set<String> answering(Instance instance, List<String> names) {
		List<String> words = new ArrayList<>(List.of(TmuxCommand.SOCKETS));
		words.addAll(names);
		ExecRequest request = ExecRequest.script(Scripts.RUNNING.text(), words).within(PATIENCE);
		try {
			return new Inside(this.engine, instance).run("answer what runs", request)
				.output()
				.lines()
				.collect(Collectors.toSet());
		}
		catch (ContainerNotRunningException _) {
			// Nothing runs in a stopped container.
			return Set.of();
		}
	}

}
