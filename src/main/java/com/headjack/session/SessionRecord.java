package com.headjack.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the host keeps of a session.
 *
 * @param name its name
 * @param type what it runs
 * @param created when it was started
 * @param accessed when it was last used
 * @param login how it is logged in, or {@code null} if it is not
 * @param boot which start of the container it belongs to
 */
record SessionRecord(String name, String type, Instant created, Instant accessed, @Nullable SessionLogin login,
		String boot) {

	SessionRecord accessed(Instant now) {
		return new SessionRecord(this.name, this.type, this.created, now, this.login, this.boot);
	}

}
