package com.headjack.resident;

import java.time.Duration;
import java.util.function.LongSupplier;

import com.headjack.secret.Secret;

/**
 * The memory that commands use, and the looks after logins. It is tidied soon after each
 * command and each use of a secret, such that nothing of it is left, and the system gets
 * back what nobody needs.
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
	 * How long there may be no quiet.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(1);

	/**
	 * What Java may take for objects before they are tidied without quiet, in bytes.
	 */
	private static final long ENOUGH = 32 * 1024 * 1024;

	private final LongSupplier clock;

	private final LongSupplier taken;

	private final LongSupplier secrets;

	private long lastSecret;

	private long firstUse;

	private long lastUse;

	private long enough = ENOUGH;

	private boolean untidy;

	/**
	 * Watches a memory.
	 * @param clock tells the time in nanoseconds
	 * @param taken tells what Java has taken for objects, in bytes
	 * @param secrets counts the uses of secrets
	 */
	UsedMemory(LongSupplier clock, LongSupplier taken, LongSupplier secrets) {
		this.clock = clock;
		this.taken = taken;
		this.secrets = secrets;
		this.lastSecret = secrets.getAsLong();
	}

	static UsedMemory ofProcess() {
		return new UsedMemory(System::nanoTime, Runtime.getRuntime()::totalMemory, Secret::uses);
	}

	/**
	 * Tells that a command begins or ends.
	 */
	void use() {
		this.lastUse = this.clock.getAsLong();
		if (!this.untidy) {
			this.untidy = true;
			this.firstUse = this.lastUse;
		}
	}

	/**
	 * Tidies the memory if it is time to.
	 * @param busy whether commands run
	 * @return whether it was
	 */
	boolean tidy(boolean busy) {
		long secret = this.secrets.getAsLong();
		if (secret != this.lastSecret) {
			this.lastSecret = secret;
			use();
		}
		if (!this.untidy || !due(busy ? QUIET_BESIDE_COMMANDS : QUIET)) {
			return false;
		}
		this.untidy = false;
		System.gc();
		this.enough = Math.max(ENOUGH, this.taken.getAsLong() * 3 / 2);
		return true;
	}

	private boolean due(Duration quiet) {
		return since(this.lastUse).compareTo(quiet) > 0 || since(this.firstUse).compareTo(LONGEST) > 0
				|| this.taken.getAsLong() > this.enough;
	}

	private Duration since(long time) {
		return Duration.ofNanos(this.clock.getAsLong() - time);
	}

}
