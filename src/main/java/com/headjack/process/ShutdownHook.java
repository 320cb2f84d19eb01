package com.headjack.engine;

/**
 * Undoes what was begun at an engine, should the process be ended meanwhile: an engine
 * goes on without its client.
 */
public final class Rescue implements AutoCloseable {

	private final Runnable undoing;

	private final Thread hook = Thread.ofPlatform().unstarted(this::undo);

	private Rescue(Runnable undoing) {
		this.undoing = undoing;
	}

	/**
	 * Prepares to undo something.
	 * @param undoing undoes it
	 * @return what is to be closed when there is nothing to undo any more
	 */
	public static Rescue by(Runnable undoing) {
		Rescue rescue = new Rescue(undoing);
		Runtime.getRuntime().addShutdownHook(rescue.hook);
		return rescue;
	}

	private void undo() {
		try {
			this.undoing.run();
		}
		catch (RuntimeException ex) {
			// Nobody is left to be told.
		}
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The process is being ended, and undoes what is done already.
		}
	}

}
