package com.headjack.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.headjack.host.Termination;

/**
 * A shutdown hook that undoes an operation, such as in a container engine, if the command
 * is terminated during it.
 */
public final class ShutdownHook implements AutoCloseable {

	private final Termination.Registration registration;

	private final CountDownLatch ended;

	private ShutdownHook(Runnable undoing, CountDownLatch ended) {
		this.registration = Termination.hook(() -> undo(undoing));
		this.ended = ended;
	}

	/**
	 * Registers a hook.
	 * @param undoing undoes the operation
	 * @return the hook, which the caller closes when the operation has ended
	 */
	public static ShutdownHook undoing(Runnable undoing) {
		return new ShutdownHook(undoing, new CountDownLatch(1));
	}

	/**
	 * Registers a hook that lets an operation undo itself: it fails, since the programs
	 * that it runs are ended.
	 * @param patience how long this process waits for it
	 * @return the hook, which the caller closes when the operation has ended or is undone
	 */
	public static ShutdownHook awaiting(Duration patience) {
		CountDownLatch ended = new CountDownLatch(1);
		return new ShutdownHook(() -> await(ended, patience), ended);
	}

	private static void await(CountDownLatch ended, Duration patience) {
		try {
			ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void undo(Runnable undoing) {
		try {
			undoing.run();
		}
		catch (RuntimeException ex) {
			// There is nobody left to tell.
		}
	}

	@Override
	public void close() {
		this.ended.countDown();
		this.registration.close();
	}

}
