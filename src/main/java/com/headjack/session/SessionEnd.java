package com.headjack.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Inside;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceException;

/**
 * Ends programs and gives them time to save their work.
 *
 * @param engine the engine
 */
record SessionEnd(ContainerEngine engine) {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Duration PATIENCE = GRACE.plusSeconds(20);

	private static final int TENTH = 100;

	/**
	 * Ends sessions, all at once. Sessions whose container has stopped count as ended.
	 * @param instance their instance
	 * @param sessions the running sessions
	 * @throws InstanceException if the container does not end them in time
	 */
	void of(Instance instance, List<Session> sessions) {
		List<String> words = new ArrayList<>(
				List.of(String.valueOf(GRACE.toMillis() / TENTH), TmuxCommand.SOCKETS, ContainerPaths.OUT + "/"));
		sessions.forEach((session) -> words.add(session.name().value()));
		ExecRequest request = ExecRequest.script(Scripts.END.text(), words).within(PATIENCE);
		try {
			new Inside(this.engine, instance).run("end its programs", request);
		}
		catch (ContainerNotRunningException _) {
			// Nothing runs in a stopped container.
		}
	}

}
