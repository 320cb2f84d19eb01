package com.headjack.agent;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Where a credential says how long it lives, whose it is, and whether its agent renews it
 * by itself.
 *
 * @param expires where it says when it expires, or {@code null} if it does not say
 * @param days the days that it lives at most, to its likely end where it says nothing
 * itself, or {@code null} if they are not known
 * @param issued where it says when it was issued or last renewed, or {@code null}
 * @param identity the JSON pointer of the name or number of its owner, or {@code null}
 * @param refresh the JSON pointer of the token by which the agent renews the login, or
 * {@code null} if the agent does not
 */
public record Renewal(@Nullable Moment expires, @Nullable Integer days, @Nullable Moment issued,
		@Nullable String identity, @Nullable String refresh) {

	/**
	 * A credential of which nothing is known.
	 */
	public static final Renewal UNKNOWN = new Renewal(null, null, null, null, null);

	private static final int MOST_DAYS = 36_500;

	public Renewal {
		Assert.isTrue(days == null || (days > 0 && days <= MOST_DAYS), "'days' must be from 1 to " + MOST_DAYS);
		if (identity != null) {
			requireNoToken(identity, expires, issued, refresh);
		}
		if (refresh != null) {
			Moment.requirePointer("refresh", refresh);
		}
	}

	/**
	 * An identity is shown.
	 */
	private static void requireNoToken(String identity, @Nullable Moment expires, @Nullable Moment issued,
			@Nullable String refresh) {
		Moment.requirePointer("identity", identity);
		boolean shared = identity.isEmpty() || identity.equals(refresh)
				|| (expires != null && identity.equals(expires.member()))
				|| (issued != null && identity.equals(issued.member()));
		Assert.isTrue(!shared, "'identity' is shown to the user, and must be a member of its own");
	}

	/**
	 * Returns whether nothing has to be read from the credential itself.
	 * @return whether no place in it is known
	 */
	public boolean readsNothing() {
		return places().findAny().isEmpty();
	}

	/**
	 * Whether all places are in a credential that is text, and has no members.
	 */
	boolean isForText() {
		return places().allMatch(String::isEmpty);
	}

	private Stream<String> places() {
		return Stream.concat(
				Stream.of(Optional.ofNullable(this.expires), Optional.ofNullable(this.issued))
					.flatMap(Optional::stream)
					.map(Moment::member),
				Stream.of(Optional.ofNullable(this.identity), Optional.ofNullable(this.refresh))
					.flatMap(Optional::stream));
	}

}
