package com.headjack.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.headjack.instance.Instance;

/**
 * Watches whether a session is still running. Each check reads the host's files for the
 * session's end. Every few seconds a check also asks the engine, in case the container
 * died.
 */
public final class SessionWatch {

	private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

	private final Sessions sessions;

	private final Instance instance;

	private final Session session;

	private final InstantSource clock;

	private Instant asked;

	SessionWatch(Sessions sessions, Instance instance, Session session, InstantSource clock) {
		this.sessions = sessions;
		this.instance = instance;
		this.session = session;
		this.clock = clock;
		this.asked = clock.instant();
	}

	/**
	 * Checks the session again.
	 * @return whether it is still running
	 */
	public boolean goesOn() {
		if (!this.sessions.runs(this.instance, this.session)) {
			return false;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(this.asked.plus(BETWEEN_QUESTIONS))) {
			return true;
		}
		this.asked = now;
		return this.sessions.refresh(this.instance, this.session).running();
	}

}
