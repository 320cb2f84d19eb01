package com.headjack.store;

/**
 * Whether a store works here.
 */
public sealed interface Probe {

	/**
	 * It works.
	 */
	record Ready() implements Probe {

	}

	/**
	 * It does not work.
	 *
	 * @param reason why, as a sentence without a full stop
	 * @param remedy what to do about it
	 */
	record Unavailable(String reason, String remedy) implements Probe {

		/**
		 * Takes reason and remedy from a failure.
		 * @param failure what a try of the store ended with
		 * @return the result of the probe
		 */
		public static Unavailable of(StoreException failure) {
			return new Unavailable(String.valueOf(failure.getMessage()),
					failure.remedy().orElse("choose another store with HEADJACK_KEYRING_BACKEND"));
		}

	}

	/**
	 * It is a part of another operating system.
	 *
	 * @param system that system's name
	 */
	record Elsewhere(String system) implements Probe {

	}

}
