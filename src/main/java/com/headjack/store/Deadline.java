package com.headjack.store;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The time limit of a call to a store.
 *
 * @param limit the longest wait
 */
public record Deadline(Duration limit) {

	/**
	 * The deadline of a probe: 2 seconds.
	 */
	public static final Deadline PROBE = new Deadline(Duration.ofSeconds(2));

	/**
	 * The deadline of a call that does not ask the user: 5 seconds.
	 */
	public static final Deadline CALL = new Deadline(Duration.ofSeconds(5));

	/**
	 * Makes a call on another thread and waits for its result.
	 * @param <T> the type of the result
	 * @param place the name of the store for a message, such as {@code the kernel
	 * keyring}
	 * @param executor runs the call
	 * @param call the call, which continues in the background after a time-out
	 * @return the call's result
	 * @throws StoreTimeoutException if the deadline passes or this thread is interrupted
	 */
	public <T> T call(String place, Executor executor, Supplier<T> call) {
		FutureTask<T> task = new FutureTask<>(call::get);
		executor.execute(task);
		try {
			return task.get(this.limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new StoreTimeoutException(String.format(Locale.ROOT, "%s did not answer within %.1f seconds", place,
					this.limit.toMillis() / 1000.0), "try again, or " + StoreRemedies.ANOTHER_STORE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoreTimeoutException("the wait for %s was interrupted".formatted(place), "try again");
		}
		catch (ExecutionException ex) {
			throw unwrapped(ex);
		}
	}

	private static RuntimeException unwrapped(ExecutionException ex) {
		return switch (ex.getCause()) {
			case RuntimeException failure -> failure;
			case Error error -> throw error;
			case null, default -> new IllegalStateException(ex);
		};
	}

}
