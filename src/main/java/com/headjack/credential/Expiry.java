package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * The end of a credential.
 *
 * @param at when it expires
 * @param estimated whether that is an estimate, and not what the credential says itself
 */
public record Expiry(Instant at, boolean estimated) {

	private static final int SECONDS_A_MINUTE = 60;

	private static final int MINUTES_AN_HOUR = 60;

	private static final int HOURS_A_DAY = 24;

	/**
	 * Returns the end in words.
	 * @param now the time now
	 * @return such as {@code expires in 3 h}, {@code expired 2 d ago} or, for an
	 * estimate, {@code expires in about 361 d}
	 */
	public String words(Instant now) {
		String about = this.estimated ? "about " : "";
		return isPast(now) ? "expired %s%s ago".formatted(about, since(now)) : "expires in " + about + until(now);
	}

	/**
	 * Returns the end for a table.
	 * @param now the time now
	 * @return as {@linkplain #words(Instant) in words}, but {@code ~ 361 d} or
	 * {@code ~ 2 d ago} for an estimate
	 */
	public String shown(Instant now) {
		if (!this.estimated) {
			return words(now);
		}
		return "~ " + (isPast(now) ? since(now) + " ago" : until(now));
	}

	boolean isPast(Instant now) {
		return !now.isBefore(this.at);
	}

	private String since(Instant now) {
		long seconds = Duration.between(this.at, now).toSeconds();
		return inUnits(seconds, seconds / SECONDS_A_MINUTE, seconds / SECONDS_A_MINUTE / MINUTES_AN_HOUR,
				seconds / SECONDS_A_MINUTE / MINUTES_AN_HOUR / HOURS_A_DAY);
	}

	/**
	 * Rounded, so that what lives for three hours does not become two at once.
	 */
	private String until(Instant now) {
		long seconds = Duration.between(now, this.at).toSeconds();
		long minutes = rounded(seconds, SECONDS_A_MINUTE);
		long hours = rounded(seconds, SECONDS_A_MINUTE * MINUTES_AN_HOUR);
		return inUnits(seconds, minutes, hours, rounded(seconds, SECONDS_A_MINUTE * MINUTES_AN_HOUR * HOURS_A_DAY));
	}

	private static long rounded(long seconds, int unit) {
		return (seconds + unit / 2) / unit;
	}

	private static String inUnits(long seconds, long minutes, long hours, long days) {
		if (seconds < SECONDS_A_MINUTE) {
			return seconds + " s";
		}
		if (minutes < MINUTES_AN_HOUR) {
			return minutes + " min";
		}
		return (hours < HOURS_A_DAY) ? hours + " h" : days + " d";
	}

}
