package com.headjack.store;

/**
 * The result of probing a store.
 */
public sealed interface Probe {

	/**
	 * The store works.
	 */
	record Ready() implements Probe {

	}

	/**
	 * The store does not work.
	 *
	 * @param reason the reason, as a sentence without a full stop
	 * @param remedy what to do about it
	 */
	record Unavailable(String reason, String remedy) implements Probe {

		/**
		 * Takes the reason and the remedy from a failure.
		 * @param failure the failure of a trial
		 * @return the result of the probe
		 */
		public static Unavailable of(StoreException failure) {
			return new Unavailable(String.valueOf(failure.getMessage()),
					failure.remedy().orElse(StoreRemedies.ANOTHER_STORE));
		}

	}

	/**
	 * The store belongs to another operating system.
	 *
	 * @param system the name of that system
	 */
	record Elsewhere(String system) implements Probe {

	}

}
