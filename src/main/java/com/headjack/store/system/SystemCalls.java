package com.headjack.store.system;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

import com.headjack.foreign.NativeCallException;
import com.headjack.store.Deadline;
import com.headjack.store.Probe;
import com.headjack.store.StoreException;

/**
 * Calls a store of the operating system: one call at a time, all on one thread, each
 * within a time.
 *
 * @param <B> the bindings to the system's functions
 */
public final class SystemCalls<B> {

	private final String place;

	private final Deadline deadline;

	private final Supplier<B> bindings;

	private final Function<NativeCallException, StoreException> translation;

	private final Executor thread;

	/**
	 * Prepares the calls. Nothing is linked before the first of them.
	 * @param place what is called, such as {@code the kernel keyring}
	 * @param deadline the longest that a call is waited for
	 * @param bindings links the functions
	 * @param translation tells what a failed call means
	 */
	public SystemCalls(String place, Deadline deadline, Supplier<B> bindings,
			Function<NativeCallException, StoreException> translation) {
		this.place = place;
		this.deadline = deadline;
		this.bindings = bindings;
		this.translation = translation;
		this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(place).factory());
	}

	/**
	 * Calls the store.
	 * @param <T> what the call gives
	 * @param operation the call
	 * @return what the call gave
	 * @throws StoreException if it failed or took too long
	 */
	public <T> T call(Function<B, T> operation) {
		return call(this.deadline, operation);
	}

	/**
	 * Tries the store.
	 * @param operation the trial
	 * @return what it gave, or why it failed
	 */
	public Probe probe(Function<B, Probe> operation) {
		try {
			return call(Deadline.PROBE, operation);
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	private <T> T call(Deadline limit, Function<B, T> operation) {
		return limit.call(this.place, this.thread, () -> {
			try {
				return operation.apply(this.bindings.get());
			}
			catch (NativeCallException ex) {
				throw this.translation.apply(ex);
			}
		});
	}

}
