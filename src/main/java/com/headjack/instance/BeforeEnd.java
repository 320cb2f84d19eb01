package com.headjack.instance;

/**
 * A callback before the container of an instance is stopped or removed, in time to save
 * its content. The caller holds the instance's lock, so the callback must not acquire it.
 */
public interface BeforeEnd {

	/**
	 * Returns the place of this callback in the order of all callbacks.
	 * @return the turn
	 */
	Turn turn();

	/**
	 * Saves the content that would be lost. If this fails, the container is kept, unless
	 * the instance is being removed.
	 * @param instance the instance, whose container may be stopped
	 * @param log the progress listener
	 */
	void beforeEnd(Instance instance, LaunchLog log);

	/**
	 * The order of the callbacks.
	 */
	enum Turn {

		/**
		 * Ends the running programs, which may write until then.
		 */
		ENDS_PROGRAMS,

		/**
		 * Saves the content of the container after the programs have ended.
		 */
		KEEPS_CONTENT

	}

}
