package com.headjack.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Does the same to several things at once, on threads that work for the same command.
 * Java's common pool has threads of other commands.
 */
public final class AtOnce {

	private static final int MOST_THREADS = 8;

	private AtOnce() {
	}

	/**
	 * Does something to each thing.
	 * @param <T> the type of the things
	 * @param <R> the type of the results
	 * @param all the things
	 * @param action what is done; it asks the user only if the caller may
	 * @return the results in the order of the things
	 * @throws HeadjackException if the wait is interrupted
	 * @throws RuntimeException the first failure of an action, when all are done
	 */
	public static <T, R> List<R> map(List<T> all, Function<? super T, ? extends R> action) {
		if (all.size() < 2) {
			return all.stream().<R>map(action).toList();
		}
		boolean unattended = HostEnvironment.UNATTENDED.isBound();
		try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(all.size(), MOST_THREADS),
				Thread.ofPlatform().daemon().name("at-once").factory())) {
			List<Future<R>> futures = all.stream()
				.map((thing) -> threads.<R>submit(() -> apply(action, thing, unattended)))
				.toList();
			return results(futures);
		}
	}

	private static <T, R> R apply(Function<? super T, ? extends R> action, T thing, boolean unattended) {
		return unattended ? ScopedValue.where(HostEnvironment.UNATTENDED, true).call(() -> action.apply(thing))
				: action.apply(thing);
	}

	private static <R> List<R> results(List<Future<R>> futures) {
		List<R> results = new ArrayList<>();
		for (Future<R> future : futures) {
			try {
				results.add(future.get());
			}
			catch (InterruptedException _) {
				futures.forEach((other) -> other.cancel(true));
				Thread.currentThread().interrupt();
				throw new HeadjackException(FailureKind.FAILED, "interrupted", null);
			}
			catch (ExecutionException ex) {
				throw failure(ex);
			}
		}
		return results;
	}

	private static RuntimeException failure(ExecutionException failure) {
		if (failure.getCause() instanceof Error error) {
			throw error;
		}
		return (failure.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(failure);
	}

}
