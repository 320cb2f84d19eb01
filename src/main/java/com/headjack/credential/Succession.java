package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.Renewal;
import com.headjack.secret.Secret;

/**
 * How another copy of a login compares to the one that is kept.
 */
public enum Succession {

	/**
	 * It is of the same identity, and was provably issued later.
	 */
	NEWER,

	/**
	 * It is the same, or nothing tells which of the two is newer.
	 */
	SAME,

	/**
	 * It was provably issued earlier.
	 */
	OLDER,

	/**
	 * It is somebody else's, or nothing proves that it is not.
	 */
	ANOTHER_IDENTITY,

	/**
	 * It is no login, or says what cannot be true.
	 */
	UNREADABLE;

	/**
	 * The clocks of a container and of this machine may differ so much.
	 */
	private static final Duration LEEWAY = Duration.ofMinutes(10);

	/**
	 * A login that says nothing of its issue does not live longer.
	 */
	private static final Duration LONGEST_LIFE = Duration.ofDays(400);

	/**
	 * Compares a copy to the login that is kept, by what both say of themselves.
	 * @param kept the login that is kept
	 * @param offered the copy
	 * @param renewal where a login says it
	 * @param now the time now
	 * @return what the copy is
	 */
	static Succession of(Secret kept, Secret offered, Renewal renewal, Instant now) {
		if (kept.equals(offered)) {
			return SAME;
		}
		boolean sameOwner = FactReader.of(kept, renewal).hasOwnerOf(FactReader.of(offered, renewal));
		return of(CredentialFacts.of(kept, renewal, null), CredentialFacts.of(offered, renewal, null), sameOwner, now);
	}

	static Succession of(CredentialFacts kept, CredentialFacts offered, boolean sameOwner, Instant now) {
		if (offered.issued() != null && offered.issued().isAfter(now.plus(LEEWAY))) {
			return UNREADABLE;
		}
		if (!sameOwner) {
			return ANOTHER_IDENTITY;
		}
		Succession byIssue = order(kept.issued(), offered.issued());
		return (byIssue != SAME) ? byIssue : byEnd(end(kept), end(offered), now);
	}

	private static Succession byEnd(@Nullable Instant kept, @Nullable Instant offered, Instant now) {
		boolean possible = offered == null || !offered.isAfter(now.plus(LONGEST_LIFE));
		Succession order = order(kept, offered);
		return (order == NEWER && !possible) ? UNREADABLE : order;
	}

	/**
	 * An estimate proves nothing.
	 */
	private static @Nullable Instant end(CredentialFacts facts) {
		Expiry expiry = facts.expiry();
		return (expiry == null || expiry.estimated()) ? null : expiry.at();
	}

	private static Succession order(@Nullable Instant kept, @Nullable Instant offered) {
		if (kept == null || offered == null || kept.equals(offered)) {
			return SAME;
		}
		return offered.isAfter(kept) ? NEWER : OLDER;
	}

}
