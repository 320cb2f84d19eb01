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
 * Calls a secret store of the operating system: one call at a time, all on one thread,
 * each with a time-out.
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
	 * Prepares the calls. Functions are linked by the first call.
	 * @param place the store's name, such as {@code the kernel keyring}
	 * @param deadline the time-out for a call
	 * @param bindings links the functions
	 * @param translation translates the failure of a call
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
	 * @param <T> the type of the result
	 * @param operation the call
	 * @return its result
	 * @throws StoreException if it failed or took too long
	 */
	public <T> T call(Function<B, T> operation) {
		return call(this.deadline, operation);
	}

	/**
	 * Probes the store.
	 * @param operation the probe
	 * @return its result, or the reason why it failed
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
