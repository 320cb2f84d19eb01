package com.headjack.shell.command;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The pace of looks at containers that go on for days: they take two hundredths of the
 * time at most, and read the store only now and then.
 */
final class SyncPace {

	private static final Duration SHORTEST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private static final int PAUSES_A_LOOK = 50;

	/**
	 * The looks between two readings of the store, which others may have changed.
	 */
	private static final int LOOKS = 12;

	private Duration last = Duration.ZERO;

	private int looks;

	private boolean resting;

	<T> T timed(Supplier<T> look) {
		long begin = System.nanoTime();
		this.resting = false;
		try {
			return look.get();
		}
		finally {
			this.last = Duration.ofNanos(System.nanoTime() - begin);
		}
	}

	/**
	 * Takes note that no container runs that could be looked at.
	 */
	void rest() {
		this.resting = true;
	}

	/**
	 * Whether the stored logins are to be given to the containers after this look.
	 * @param changed whether a container has another login than it was given
	 */
	boolean gives(boolean changed) {
		boolean due = changed || this.looks % LOOKS == 0;
		this.looks++;
		return due;
	}

	/**
	 * How long to wait for the next look.
	 */
	Duration pause() {
		if (this.resting) {
			return LONGEST;
		}
		Duration pause = this.last.multipliedBy(PAUSES_A_LOOK);
		if (pause.compareTo(SHORTEST) < 0) {
			return SHORTEST;
		}
		return (pause.compareTo(LONGEST) > 0) ? LONGEST : pause;
	}

}
