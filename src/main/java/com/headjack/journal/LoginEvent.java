package com.headjack.journal;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a login.
 *
 * @param time when
 * @param kind what
 * @param agent the name of its agent
 * @param account the label of its account
 * @param login its fingerprint, or {@code null} if it was not read
 * @param branch the branch of the instance, or {@code null} if there is none
 * @param session the name of the session, or {@code null} if there is none
 * @param detail further words, or {@code null}
 */
public record LoginEvent(Instant time, Kind kind, String agent, String account, @Nullable String login,
		@Nullable String branch, @Nullable String session, @Nullable String detail) {

	boolean isWhere(LoginEvent other) {
		return this.agent.equals(other.agent) && this.account.equals(other.account)
				&& Objects.equals(this.branch, other.branch);
	}

	boolean isRepetitionOf(LoginEvent other) {
		return this.kind == other.kind && Objects.equals(this.login, other.login)
				&& Objects.equals(this.detail, other.detail);
	}

	/**
	 * The kinds of events.
	 */
	public enum Kind {

		/**
		 * The user gave it.
		 */
		CAPTURED,

		/**
		 * A container got it.
		 */
		GIVEN,

		/**
		 * It was renewed in a container, and stored.
		 */
		TAKEN_BACK,

		/**
		 * What a container offered was not stored.
		 */
		REFUSED,

		/**
		 * It was removed from the store.
		 */
		REMOVED,

		/**
		 * It was moved to another store, or to another name.
		 */
		MOVED,

		/**
		 * It was written to a file.
		 */
		EXPORTED

	}

}
