package com.headjack.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The host's record of a session.
 *
 * @param name its name
 * @param type its kind of program
 * @param created when it was started
 * @param accessed when it was last used
 * @param login how it is logged in, or {@code null} if it is not
 * @param boot the identifier of the container's start that the session belongs to
 */
record SessionRecord(String name, String type, Instant created, Instant accessed, @Nullable SessionLogin login,
		String boot) {

	SessionRecord accessed(Instant now) {
		return new SessionRecord(this.name, this.type, this.created, now, this.login, this.boot);
	}

}
