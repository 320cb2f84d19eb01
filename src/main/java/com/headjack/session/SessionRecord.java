package com.headjack.session;

import java.time.Instant;
import java.util.List;

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
 * @param questions the questions that its agent may ask, or {@code null} if it is none
 */
record SessionRecord(String name, String type, Instant created, Instant accessed, @Nullable SessionLogin login,
		String boot, @Nullable List<ExpectedQuestion> questions) {

	SessionRecord(String name, String type, Instant created, Instant accessed, @Nullable SessionLogin login,
			String boot) {
		this(name, type, created, accessed, login, boot, null);
	}

	List<ExpectedQuestion> expected() {
		return (this.questions != null) ? this.questions : List.of();
	}

	/**
	 * The same session, by the new name of its account.
	 */
	SessionRecord ofAccount(String renamed) {
		SessionLogin same = (this.login != null) ? new SessionLogin(this.login.method(), renamed) : null;
		return new SessionRecord(this.name, this.type, this.created, this.accessed, same, this.boot, this.questions);
	}

	SessionRecord accessed(Instant now) {
		return new SessionRecord(this.name, this.type, this.created, now, this.login, this.boot, this.questions);
	}

}
