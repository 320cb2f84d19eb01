package com.headjack.session;

import java.io.UncheckedIOException;
import java.util.List;

import com.headjack.failure.HeadjackException;
import com.headjack.instance.BeforeEnd;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;

/**
 * Ends the sessions of an instance before its container is stopped or removed.
 *
 * @param sessions finds them
 * @param end ends them
 */
record SessionEnding(Sessions sessions, SessionEnd end) implements BeforeEnd {

	@Override
	public Turn turn() {
		return Turn.ENDS_PROGRAMS;
	}

	/**
	 * Ends all sessions at once; their programs have ten seconds to save their work. A
	 * failure is only reported, because a broken container must be removable, too.
	 */
	@Override
	public void beforeEnd(Instance instance, LaunchLog log) {
		List<Session> running = this.sessions.list(instance).stream().filter(Session::running).toList();
		if (running.isEmpty()) {
			return;
		}
		log.endingPrograms();
		try {
			this.end.of(instance, running);
		}
		catch (HeadjackException | UncheckedIOException ex) {
			log.notSaved(String.valueOf(ex.getMessage()));
		}
	}

}
