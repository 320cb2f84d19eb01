package com.headjack.shell.terminal;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Describes in words how long ago something happened.
 */
public final class TimeAgo {

	private TimeAgo() {
	}

	public static String of(@Nullable Instant instant, Instant now) {
		if (instant == null) {
			return "-";
		}
		Duration age = Duration.between(instant, now);
		if (age.toMinutes() < 1) {
			return Math.max(0, age.toSeconds()) + "s ago";
		}
		if (age.toHours() < 1) {
			return age.toMinutes() + "m ago";
		}
		return (age.toDays() < 1) ? age.toHours() + "h ago" : age.toDays() + "d ago";
	}

}
