package com.headjack.resident;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The memory that commands use. It is tidied soon after each of them, such that nothing
 * of it is left, for example a secret, and the system gets back what nobody needs.
 */
final class UsedMemory {

	/**
	 * How long no command may have begun or ended.
	 */
	private static final Duration QUIET = Duration.ofSeconds(1);

	/**
	 * The same while a command runs, which may use a login first and then take hours.
	 */
	private static final Duration QUIET_BESIDE_COMMANDS = Duration.ofSeconds(10);

	/**
	 * What Java may take for objects before they are tidied without quiet, in bytes.
	 */
	private static final long ENOUGH = 32 * 1024 * 1024;

	private final LongSupplier clock;

	private final LongSupplier taken;

	private long lastUse;

	private long enough = ENOUGH;

	private boolean untidy;

	/**
	 * Watches a memory.
	 * @param clock tells the time in nanoseconds
	 * @param taken tells what Java has taken for objects, in bytes
	 */
	UsedMemory(LongSupplier clock, LongSupplier taken) {
		this.clock = clock;
		this.taken = taken;
	}

	static UsedMemory ofProcess() {
		return new UsedMemory(System::nanoTime, Runtime.getRuntime()::totalMemory);
	}

	/**
	 * Tells that a command begins or ends.
	 */
	void use() {
		this.untidy = true;
		this.lastUse = this.clock.getAsLong();
	}

	/**
	 * Tidies the memory if it is time to.
	 * @param busy whether commands run
	 * @return whether it was
	 */
	boolean tidy(boolean busy) {
		Duration quiet = Duration.ofNanos(this.clock.getAsLong() - this.lastUse);
		boolean due = quiet.compareTo(busy ? QUIET_BESIDE_COMMANDS : QUIET) > 0 || this.taken.getAsLong() > this.enough;
		if (!this.untidy || !due) {
			return false;
		}
		this.untidy = false;
		System.gc();
		this.enough = Math.max(ENOUGH, this.taken.getAsLong() * 3 / 2);
		return true;
	}

}
