package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.Renewal;
import com.headjack.secret.Secret;

/**
 * What a credential says of itself. Nothing in it is secret.
 *
 * @param expiry its end, or {@code null} if it is not known
 * @param issued when it was issued or last renewed, or {@code null}
 * @param captured when the user gave it, or {@code null}
 * @param identity the name or number of its owner, or {@code null}
 * @param renewable whether its agent renews it by itself
 */
public record CredentialFacts(@Nullable Expiry expiry, @Nullable Instant issued, @Nullable Instant captured,
		@Nullable String identity, boolean renewable) {

	private static final CredentialFacts UNKNOWN = new CredentialFacts(null, null, null, null, false);

	/**
	 * Clocks of different machines may differ so much.
	 */
	private static final Duration LEEWAY = Duration.ofMinutes(5);

	private static final Duration SHORTEST_NOTICE = Duration.ofMinutes(10);

	private static final Duration LONGEST_NOTICE = Duration.ofDays(7);

	private static final Duration USUAL_NOTICE = Duration.ofDays(1);

	private static final int PART_OF_LIFE = 10;

	/**
	 * The facts of which none is known.
	 * @return these
	 */
	public static CredentialFacts unknown() {
		return UNKNOWN;
	}

	/**
	 * Reads what a credential says of itself.
	 * @param value the credential
	 * @param renewal where it says it
	 * @param captured when the user gave it, or {@code null} if that is not known
	 * @return the facts; what is missing or malformed is not known
	 */
	public static CredentialFacts of(Secret value, Renewal renewal, @Nullable Instant captured) {
		Expiry estimate = estimate(captured, renewal.days());
		if (renewal.readsNothing()) {
			return new CredentialFacts(estimate, null, captured, null, false);
		}
		FactReader reader = FactReader.of(value, renewal);
		Expiry expiry = reader.expires().map((at) -> new Expiry(at, false)).orElse(estimate);
		return new CredentialFacts(expiry, reader.issued().orElse(null), captured, reader.identity().orElse(null),
				reader.isRenewable());
	}

	private static @Nullable Expiry estimate(@Nullable Instant captured, @Nullable Integer days) {
		return (captured != null && days != null && FactReader.isPlausible(captured))
				? new Expiry(captured.plus(Duration.ofDays(days)), true) : null;
	}

	/**
	 * Judges how long the credential goes on working.
	 * @param now the time now
	 * @return the validity
	 */
	public Validity validity(Instant now) {
		if (this.expiry == null || this.renewable) {
			return Validity.LASTING;
		}
		if (!this.expiry.isPast(now)) {
			return this.expiry.isPast(now.plus(notice(this.expiry))) ? Validity.ENDING : Validity.LASTING;
		}
		return (this.expiry.estimated() || !this.expiry.isPast(now.minus(LEEWAY))) ? Validity.DOUBTFUL : Validity.OVER;
	}

	/**
	 * The last tenth of its life.
	 */
	private Duration notice(Expiry end) {
		Instant begin = (this.issued != null) ? this.issued : this.captured;
		if (begin == null) {
			return USUAL_NOTICE;
		}
		Duration part = Duration.between(begin, end.at()).dividedBy(PART_OF_LIFE);
		if (part.compareTo(SHORTEST_NOTICE) < 0) {
			return SHORTEST_NOTICE;
		}
		return (part.compareTo(LONGEST_NOTICE) > 0) ? LONGEST_NOTICE : part;
	}

}
