package com.headjack.process;

/**
 * A shutdown hook that undoes an operation elsewhere, such as in a container engine, if
 * this process is terminated during it.
 */
public final class ShutdownHook implements AutoCloseable {

	private final Runnable undoing;

	private final Thread thread = Thread.ofPlatform().unstarted(this::undo);

	private ShutdownHook(Runnable undoing) {
		this.undoing = undoing;
	}

	/**
	 * Registers a hook.
	 * @param undoing undoes the operation
	 * @return the hook, which the caller closes when the operation has ended
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
			// There is nobody left to tell.
		}
	}

	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.thread);
		}
		catch (IllegalStateException ex) {
			// The process is shutting down, and the hook undoes an operation that has
			// ended.
		}
	}

}
