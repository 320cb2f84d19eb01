package com.headjack.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;

/**
 * Ends programs, which get time to save what they have.
 *
 * @param engine the engine
 */
record SessionEnd(ContainerEngine engine) {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final int TENTH = 100;

	/**
	 * Ends sessions, all at once; those whose container has stopped have ended.
	 * @param instance their instance
	 * @param sessions the sessions that run
	 */
	void of(Instance instance, List<Session> sessions) {
		if (sessions.isEmpty()) {
			return;
		}
		List<String> words = new ArrayList<>(
				List.of(String.valueOf(GRACE.toMillis() / TENTH), TmuxCommand.SOCKETS, ContainerPaths.OUT + "/"));
		sessions.forEach((session) -> words.add(session.name().value()));
		try {
			this.engine.exec(Objects.requireNonNull(instance.container()),
					ExecRequest.script(Scripts.END.text(), words).as(instance.user()));
		}
		catch (ContainerNotRunningException _) {
			// Then nothing runs in it.
		}
	}

}
