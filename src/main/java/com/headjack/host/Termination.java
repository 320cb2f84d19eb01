package com.headjack.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done when a command is terminated before its end: by a signal to this
 * process or, in the resident process, to the client that the command runs for. A thread
 * works for the same command as the thread that started it.
 */
public final class Termination {

	private static final InheritableThreadLocal<@Nullable Termination> OF_CLIENT = new InheritableThreadLocal<>();

	private final Set<Thread> hooks = new LinkedHashSet<>();

	private boolean over;

	/**
	 * Registers what is to be done, like a shutdown hook.
	 * @param hook does it
	 * @return the registration, to be closed when there is nothing to do any more;
	 * closing it has no effect once the command is being terminated
	 */
	public static Registration hook(Runnable hook) {
		Thread thread = Thread.ofPlatform().name("termination").unstarted(hook);
		Termination client = OF_CLIENT.get();
		return (client != null) ? client.registered(thread) : registeredWithProcess(thread);
	}

	private static Registration registeredWithProcess(Thread hook) {
		try {
			Runtime.getRuntime().addShutdownHook(hook);
			return () -> unregister(hook);
		}
		catch (IllegalStateException _) {
			// The process is shutting down, and what is done now undoes another thing.
			return () -> {
			};
		}
	}

	private static void unregister(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException _) {
			// The process is shutting down.
		}
	}

	private synchronized Registration registered(Thread hook) {
		if (!this.over) {
			this.hooks.add(hook);
		}
		return () -> remove(hook);
	}

	private synchronized void remove(Thread hook) {
		this.hooks.remove(hook);
	}

	/**
	 * Runs a client's command. The threads that it starts register their hooks here.
	 * @param command the command
	 */
	public void during(Runnable command) {
		OF_CLIENT.set(this);
		try {
			command.run();
		}
		finally {
			OF_CLIENT.remove();
		}
	}

	/**
	 * Does what is to be done, all at once, and waits for it. What registers from now on
	 * is not done.
	 */
	public void run() {
		List<Thread> all = taken();
		all.forEach(Thread::start);
		for (Thread hook : all) {
			join(hook);
		}
	}

	private synchronized List<Thread> taken() {
		this.over = true;
		List<Thread> taken = new ArrayList<>(this.hooks);
		this.hooks.clear();
		return taken;
	}

	private static void join(Thread hook) {
		try {
			hook.join();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A registered hook.
	 */
	@FunctionalInterface
	public interface Registration extends AutoCloseable {

		@Override
		void close();

	}

}
