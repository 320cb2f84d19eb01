package com.headjack.store.libsecret;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.headjack.store.Deadline;
import com.headjack.store.StoreTimeoutException;

/**
 * The bus, with a time-out for every wait. A time-out closes the connection.
 */
final class Bus implements AutoCloseable {

	private final BusConnection connection;

	private final ExecutorService thread = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("secret-service").factory());

	private Duration limit;

	private long end;

	private Bus(BusConnection connection, Duration limit) {
		this.connection = connection;
		this.limit = limit;
		this.end = System.nanoTime() + limit.toNanos();
	}

	/**
	 * Connects to the bus.
	 * @param addresses its addresses; the first one that answers is used
	 * @param deadline the time for all calls together, without the waits for prompts
	 */
	static Bus open(List<String> addresses, Deadline deadline) {
		try {
			return open(addresses.getFirst(), deadline);
		}
		catch (BusGoneException ex) {
			if (addresses.size() == 1) {
				throw ex;
			}
			return open(addresses.subList(1, addresses.size()), deadline);
		}
	}

	private static Bus open(String address, Deadline deadline) {
		Bus bus = new Bus(BusConnection.to(address), deadline.limit());
		try {
			bus.within(bus.left(), () -> {
				bus.connection.connect();
				return true;
			});
			return bus;
		}
		catch (RuntimeException ex) {
			bus.close();
			throw ex;
		}
	}

	/**
	 * Restarts the deadline for further calls, unless it has passed.
	 * @return whether the deadline was restarted
	 */
	boolean renew(Deadline deadline) {
		if (!left().isPositive()) {
			return false;
		}
		this.limit = deadline.limit();
		this.end = System.nanoTime() + this.limit.toNanos();
		return true;
	}

	/**
	 * Calls a method.
	 * @throws StoreTimeoutException if there is no answer in time
	 */
	Reply call(BusCall call) {
		return within(left(), () -> this.connection.call(call));
	}

	/**
	 * Waits until a prompt is completed.
	 * @throws StoreTimeoutException if the prompt is not completed in time
	 */
	Reply completion(String prompt, Duration time) {
		long started = System.nanoTime();
		Reply completion = within(time, () -> this.connection.completion(prompt));
		this.end += System.nanoTime() - started;
		return completion;
	}

	private Duration left() {
		return Duration.ofNanos(this.end - System.nanoTime());
	}

	private <T> T within(Duration time, Supplier<T> exchange) {
		try {
			return new Deadline(time).call(ServiceFailures.PLACE, this.thread, exchange);
		}
		catch (StoreTimeoutException ex) {
			close();
			throw Thread.currentThread().isInterrupted() ? ex : ServiceFailures.timeout(this.limit.toMillis());
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
		this.connection.close();
	}

}
