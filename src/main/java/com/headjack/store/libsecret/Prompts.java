package com.headjack.store.libsecret;

import java.time.Duration;

import com.headjack.store.StoreTimeoutException;

/**
 * Runs the keyring program's prompts. After a time-out the connection is closed and the
 * prompt not dismissed, because some programs crash when their prompt is dismissed.
 *
 * @param bus the bus
 * @param time the time-out for an answer
 */
record Prompts(Bus bus, Duration time) {

	/**
	 * Runs a prompt to unlock a collection or an item.
	 */
	void unlock(String prompt) {
		if (dismissed(run(prompt))) {
			throw ServiceFailures.locked("its prompt was dismissed, or cannot be shown here");
		}
	}

	/**
	 * Runs a prompt to confirm a change.
	 * @return the change's result
	 */
	Reply confirm(String prompt) {
		Reply completion = run(prompt);
		if (dismissed(completion)) {
			throw ServiceFailures.dismissed();
		}
		return completion.variant(1);
	}

	private Reply run(String prompt) {
		listen("interface='org.freedesktop.Secret.Prompt',member='Completed',path='%s'".formatted(prompt));
		listen("sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.secrets'");
		this.bus.call(BusCall.of(prompt, "Prompt", "Prompt", "s", ""));
		try {
			return this.bus.completion(prompt, this.time);
		}
		catch (StoreTimeoutException ex) {
			throw ServiceFailures
				.locked("nobody answered its prompt within %s seconds".formatted(this.time.toSeconds()));
		}
	}

	private void listen(String rule) {
		this.bus.call(BusCall.ofBus("AddMatch", "s", "type='signal'," + rule));
	}

	private static boolean dismissed(Reply completion) {
		return completion.flag(0);
	}

}
