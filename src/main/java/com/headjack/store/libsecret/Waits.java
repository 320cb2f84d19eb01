package com.headjack.store.libsecret;

import java.time.Duration;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.store.Deadline;

/**
 * The time-outs for the keyring program.
 *
 * @param probe the time-out for a whole probe
 * @param call the time-out for a whole call, without the waits for a person
 * @param prompt the time-out for a person's answer
 * @param somebodyThere whether there is a person who can see a prompt and answer it
 */
record Waits(Deadline probe, Deadline call, Duration prompt, boolean somebodyThere) {

	private static final Duration PERSON = Duration.ofMinutes(2);

	/**
	 * The time-outs on a machine.
	 * @param host the machine; a person at a terminal gets more time to answer
	 */
	static Waits of(HostEnvironment host) {
		boolean desktop = host.variable(KnownVariable.DISPLAY)
			.or(() -> host.variable(KnownVariable.WAYLAND_DISPLAY))
			.isPresent();
		return new Waits(Deadline.PROBE, Deadline.CALL, host.interactive() ? PERSON : Deadline.CALL.limit(),
				host.interactive() && desktop);
	}

}
