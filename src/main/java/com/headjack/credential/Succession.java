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
	 * It is the same.
	 */
	SAME,

	/**
	 * Nothing tells which of the two is newer.
	 */
	UNDECIDED,

	/**
	 * It was provably issued earlier.
	 */
	OLDER,

	/**
	 * It is somebody else's, or nothing proves that it is not.
	 */
	ANOTHER_IDENTITY,

	/**
	 * It says that it was issued later than now.
	 */
	FUTURE,

	/**
	 * It is no login, or says what cannot be true.
	 */
	UNREADABLE;

	/**
	 * The clocks of a container and of this machine may differ so much.
	 */
	private static final Duration LEEWAY = Duration.ofMinutes(10);

	/**
	 * A login that says nothing of its issue does not live longer, unless its agent's
	 * profile knows it better.
	 */
	private static final int MOST_DAYS = 400;

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
		FactReader keptReader = FactReader.of(kept, renewal);
		FactReader offeredReader = FactReader.of(offered, renewal);
		Succession succession = of(CredentialFacts.of(kept, renewal, null), CredentialFacts.of(offered, renewal, null),
				keptReader.hasOwnerOf(offeredReader), now, longestLife(renewal));
		return (succession == UNDECIDED && keptReader.isRenewedLike(offeredReader)) ? SAME : succession;
	}

	private static Duration longestLife(Renewal renewal) {
		return Duration.ofDays((renewal.days() != null) ? renewal.days() : MOST_DAYS);
	}

	static Succession of(CredentialFacts kept, CredentialFacts offered, boolean sameOwner, Instant now,
			Duration longestLife) {
		if (offered.issued() != null && offered.issued().isAfter(now.plus(LEEWAY))) {
			return FUTURE;
		}
		if (!sameOwner) {
			return ANOTHER_IDENTITY;
		}
		Succession byIssue = order(kept.issued(), offered.issued());
		return (byIssue != UNDECIDED) ? byIssue : byEnd(kept, offered, now.plus(longestLife));
	}

	/**
	 * A copy that hides when it was issued proves nothing by its end, which it can
	 * choose.
	 */
	private static Succession byEnd(CredentialFacts kept, CredentialFacts offered, Instant last) {
		Instant end = end(offered);
		Succession order = order(end(kept), end);
		if (order == NEWER && end != null && end.isAfter(last)) {
			return UNREADABLE;
		}
		boolean hidden = kept.issued() != null && offered.issued() == null;
		return (order == NEWER && hidden) ? UNDECIDED : order;
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
			return UNDECIDED;
		}
		return offered.isAfter(kept) ? NEWER : OLDER;
	}

}
