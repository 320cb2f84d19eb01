package com.headjack.process;

/**
 * Undoes what was begun elsewhere, should this process be ended meanwhile: an engine, for
 * one, goes on without its client.
 */
public final class ShutdownHook implements AutoCloseable {

	private final Runnable undoing;

	private final Thread thread = Thread.ofPlatform().unstarted(this::undo);

	private ShutdownHook(Runnable undoing) {
		this.undoing = undoing;
	}

	/**
	 * Prepares to undo something.
	 * @param undoing undoes it
	 * @return what is to be closed when there is nothing to undo any more
	 */
	public static ShutdownHook undoing(Runnable undoing) {
		ShutdownHook hook = new ShutdownHook(undoing);
		Runtime.getRuntime().addShutdownHook(hook.thread);
		return hook;
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
			Runtime.getRuntime().removeShutdownHook(this.thread);
		}
		catch (IllegalStateException ex) {
			// The process is being ended, and undoes what is done already.
		}
	}

}
