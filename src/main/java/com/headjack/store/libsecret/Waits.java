package com.headjack.store.libsecret;

import java.time.Duration;

import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;

/**
 * How long the keyring program is waited for.
 *
 * @param probe the whole of a probe
 * @param call the whole of a call, the wait for a person not counted
 * @param prompt a person's answer
 * @param somebodyThere whether there is a person who can see a prompt and answer it
 */
record Waits(Deadline probe, Deadline call, Duration prompt, boolean somebodyThere) {

	private static final Duration PERSON = Duration.ofMinutes(2);

	/**
	 * The waits on a machine.
	 * @param host the machine; at a terminal a person is given time to answer
	 */
	static Waits of(HostEnvironment host) {
		boolean desktop = host.variable("DISPLAY").or(() -> host.variable("WAYLAND_DISPLAY")).isPresent();
		return new Waits(Deadline.PROBE, Deadline.CALL, host.interactive() ? PERSON : Deadline.CALL.limit(),
				host.interactive() && desktop);
	}

}
