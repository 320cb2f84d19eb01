package com.headjack.store;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The time within which a store has to answer.
 *
 * @param limit the longest that is waited
 */
public record Deadline(Duration limit) {

	/**
	 * The deadline of a probe.
	 */
	public static final Deadline PROBE = new Deadline(Duration.ofSeconds(2));

	/**
	 * The deadline of a call that asks nobody anything.
	 */
	public static final Deadline CALL = new Deadline(Duration.ofSeconds(5));

	/**
	 * Waits for a call that is made on another thread.
	 * @param <T> what the call gives
	 * @param place what is called, such as {@code the kernel keyring}
	 * @param executor makes the call
	 * @param call the call; it goes on in the background if it takes too long
	 * @return what the call gave
	 * @throws StoreTimeoutException if it took too long
	 */
	public <T> T call(String place, Executor executor, Supplier<T> call) {
		FutureTask<T> task = new FutureTask<>(call::get);
		executor.execute(task);
		try {
			return task.get(this.limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new StoreTimeoutException(
					"%s did not answer within %.1f seconds".formatted(place, this.limit.toMillis() / 1000.0),
					"try again, or choose another store with HEADJACK_KEYRING_BACKEND");
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
