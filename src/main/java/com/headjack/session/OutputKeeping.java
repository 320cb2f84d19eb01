package com.headjack.session;

import com.headjack.instance.BeforeEnd;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;

/**
 * Fetches the logs of all sessions before a container ends that does not share them with
 * this machine.
 *
 * @param sessions finds them
 */
record OutputKeeping(Sessions sessions) implements BeforeEnd {

	@Override
	public Turn turn() {
		return Turn.KEEPS_CONTENT;
	}

	@Override
	public void beforeEnd(Instance instance, LaunchLog log) {
		if (instance.copied()) {
			this.sessions.list(instance).forEach((session) -> this.sessions.log(instance, session));
		}
	}

}
