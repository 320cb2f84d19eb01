package com.headjack.instance;

/**
 * Is told before the container of an instance is stopped or removed, in time to save what
 * is in it. The instance's lock is held meanwhile, so it must not be asked for.
 */
public interface BeforeEnd {

	/**
	 * When it is told.
	 * @return its turn
	 */
	Turn turn();

	/**
	 * Saves what would be lost. A failure keeps the container, unless the instance is to
	 * be removed.
	 * @param instance the instance, whose container may be stopped
	 * @param log is told what happens
	 */
	void beforeEnd(Instance instance, LaunchLog log);

	/**
	 * The order in which all are told.
	 */
	enum Turn {

		/**
		 * Ends what runs, which may write until then.
		 */
		ENDS_PROGRAMS,

		/**
		 * Takes out of the container what the programs have left.
		 */
		KEEPS_CONTENT

	}

}
