package com.headjack.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import com.headjack.instance.Instance;

/**
 * Tells whether a session goes on, as often as that is asked: a file of the host tells
 * its end, and the engine is asked now and then for a container that died.
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
	 * Looks at the session again.
	 * @return whether it goes on
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
