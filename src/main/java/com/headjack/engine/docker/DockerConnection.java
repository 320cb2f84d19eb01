package com.headjack.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineException;
import com.headjack.engine.docker.EngineAddress.Reach;

/**
 * The connection to an engine, opened on first use.
 */
final class DockerConnection implements AutoCloseable {

	/**
	 * How long a call may take to end when the connection is closed, in milliseconds.
	 */
	private static final long FAREWELL = 200;

	private final Supplier<List<EngineAddress>> candidates;

	private final Function<EngineAddress, EngineClient> clients;

	private final Duration patience;

	private final Set<Thread> calls = ConcurrentHashMap.newKeySet();

	private @Nullable Open open;

	DockerConnection(Supplier<List<EngineAddress>> candidates, Function<EngineAddress, EngineClient> clients,
			Duration patience) {
		this.candidates = candidates;
		this.clients = clients;
		this.patience = patience;
	}

	/**
	 * Calls the engine and waits for its answer, with a time-out.
	 * @param <T> the type of the answer
	 * @param call the call
	 * @return the answer
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers
	 */
	<T extends @Nullable Object> T call(Function<DockerClient, T> call) {
		return call(Duration.ZERO, call);
	}

	/**
	 * Calls the engine for a long task and waits for its answer, with a time-out.
	 * @param <T> the type of the answer
	 * @param work how long the task may take, in addition to the time to answer
	 * @param call the call
	 * @return the answer
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers
	 */
	<T extends @Nullable Object> T call(Duration work, Function<DockerClient, T> call) {
		try {
			return bounded(this.patience.plus(work), call);
		}
		catch (TimeoutException _) {
			throw EngineFailures.mute(open().address, this.patience.plus(work));
		}
	}

	/**
	 * Calls the engine about one container, which can hold up the engine's answer.
	 * @param <T> the type of the answer
	 * @param work how long the task may take, in addition to the time to answer
	 * @param call the call
	 * @param late makes the failure for the time waited, if the engine answers others
	 * @return the answer
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers, or the container holds it up
	 */
	<T extends @Nullable Object> T call(Duration work, Function<DockerClient, T> call,
			Function<Duration, EngineException> late) {
		try {
			return bounded(this.patience.plus(work), call);
		}
		catch (TimeoutException _) {
			throw overdue(this.patience.plus(work), late);
		}
	}

	/**
	 * Finds out why an answer about one container is late.
	 * @param waited how long it was waited for
	 * @param late makes the failure for the time waited, if the engine answers others
	 * @return the failure to throw
	 */
	EngineException overdue(Duration waited, Function<Duration, EngineException> late) {
		try {
			call((client) -> client.pingCmd().exec());
			return late.apply(waited);
		}
		catch (EngineException ex) {
			return ex;
		}
	}

	/**
	 * Sends a request and reads its answer, with a time-out.
	 * @param <T> the type of the result
	 * @param work how long the answer may take
	 * @param call sends the request
	 * @return its result
	 * @throws EngineException if no engine answers
	 */
	<T extends @Nullable Object> T read(Duration work, Function<StreamingHttpClient, T> call) {
		Open current = open();
		try {
			return bounded(current, this.patience.plus(work), () -> call.apply(current.client.http()));
		}
		catch (TimeoutException _) {
			throw EngineFailures.mute(current.address, this.patience.plus(work));
		}
	}

	private <T extends @Nullable Object> T bounded(Duration bound, Function<DockerClient, T> call)
			throws TimeoutException {
		Open current = open();
		return bounded(current, bound, () -> call.apply(current.client.docker()));
	}

	private <T extends @Nullable Object> T bounded(Open current, Duration bound, Callable<T> call)
			throws TimeoutException {
		// the client's own time-out has no effect on a Unix socket
		FutureTask<T> task = new FutureTask<>(call);
		Thread thread = Thread.ofPlatform().daemon().name("engine-call").unstarted(() -> run(task));
		this.calls.add(thread);
		thread.start();
		try {
			return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			task.cancel(true);
			throw ex;
		}
		catch (InterruptedException ex) {
			task.cancel(true);
			Thread.currentThread().interrupt();
			throw EngineFailures.interrupted(ex);
		}
		catch (ExecutionException ex) {
			throw translate(current, ex.getCause());
		}
	}

	private void run(FutureTask<?> task) {
		try {
			task.run();
		}
		finally {
			this.calls.remove(Thread.currentThread());
		}
	}

	/**
	 * Makes an asynchronous call and waits for its end, without a time-out.
	 * @param <C> the type of the callback
	 * @param call starts the call and returns its callback, without waiting
	 * @return the completed callback
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers
	 */
	<C extends Completion<?>> C await(Function<DockerClient, C> call) {
		return await(call, Completion::await);
	}

	/**
	 * Makes an asynchronous call about one container and waits for its end.
	 * @param <C> the type of the callback
	 * @param call starts the call and returns its callback, without waiting
	 * @param patience how long to wait
	 * @param late makes the failure for the time waited, if the engine answers others
	 * @return the completed callback
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers, or the call does not end in time
	 */
	<C extends Completion<?>> C await(Function<DockerClient, C> call, Duration patience,
			Function<Duration, EngineException> late) {
		return await(call, (completion) -> {
			if (!completion.await(patience)) {
				completion.cancel();
				throw overdue(patience, late);
			}
		});
	}

	/**
	 * Makes an asynchronous call and waits for it in a way of its own.
	 * @param <C> the type of the callback
	 * @param call starts the call and returns its callback, without waiting
	 * @param wait waits for the call's end
	 * @return the completed callback
	 * @throws DockerException if the engine refuses
	 * @throws EngineException if no engine answers
	 */
	<C extends Completion<?>> C await(Function<DockerClient, C> call, Wait<C> wait) {
		Open current = open();
		C completion = call.apply(current.client.docker());
		try {
			wait.on(completion);
			return completion;
		}
		catch (ExecutionException ex) {
			throw translate(current, ex.getCause());
		}
		catch (InterruptedException ex) {
			completion.cancel();
			Thread.currentThread().interrupt();
			throw EngineFailures.interrupted(ex);
		}
	}

	/**
	 * Opens a byte stream.
	 * @param call makes the request
	 * @return the stream, to be closed by the caller
	 * @throws EngineException if no engine answers
	 */
	HijackedResponse open(Hijack call) {
		Open current = open();
		try {
			return call.on(current.client.http());
		}
		catch (IOException ex) {
			throw lost(current, ex);
		}
	}

	/**
	 * Closes the connection after a byte stream broke.
	 * @return the failure to throw
	 */
	EngineException lost(IOException cause) {
		return lost(open(), cause);
	}

	EngineAddress address() {
		return open().address;
	}

	private RuntimeException translate(Open failed, @Nullable Throwable failure) {
		return switch (failure) {
			case DockerException refusal when EngineFailures.page(refusal) -> EngineFailures.stranger(failed.address);
			case DockerException refusal -> refusal;
			case EngineException known -> known;
			case RuntimeException wrapper when wrapper.getCause() instanceof JsonProcessingException ->
				EngineFailures.stranger(failed.address);
			case RuntimeException wrapper when wrapper.getCause() instanceof IOException cause -> lost(failed, cause);
			case RuntimeException bug -> bug;
			case null, default -> lost(failed, failure);
		};
	}

	private EngineException lost(Open failed, @Nullable Throwable cause) {
		close();
		return EngineFailures.lost(failed.address, cause);
	}

	private synchronized Open open() {
		if (this.open == null) {
			EngineAddress address = find();
			this.open = new Open(address, this.clients.apply(address));
		}
		return this.open;
	}

	private EngineAddress find() {
		Map<EngineAddress, Reach> tried = new LinkedHashMap<>();
		for (EngineAddress candidate : this.candidates.get()) {
			Reach reach = candidate.reach();
			if (reach == Reach.CONNECTS) {
				return candidate;
			}
			tried.put(candidate, reach);
		}
		throw EngineFailures.unreachable(tried);
	}

	@Override
	public synchronized void close() {
		Open closing = this.open;
		this.open = null;
		if (closing != null) {
			// A call that connects after its client is closed would leave its connection
			// open.
			this.calls.forEach(DockerConnection::end);
			try {
				closing.client.close();
			}
			catch (IOException ex) {
				throw EngineFailures.lost(closing.address, ex);
			}
		}
	}

	private static void end(Thread call) {
		boolean interrupted = Thread.interrupted();
		try {
			call.interrupt();
			TimeUnit.MILLISECONDS.timedJoin(call, FAREWELL);
		}
		catch (InterruptedException _) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A request whose answer is a byte stream.
	 */
	@FunctionalInterface
	interface Hijack {

		HijackedResponse on(StreamingHttpClient client) throws IOException;

	}

	/**
	 * Waits for an asynchronous call.
	 */
	@FunctionalInterface
	interface Wait<C> {

		void on(C completion) throws InterruptedException, ExecutionException;

	}

	private record Open(EngineAddress address, EngineClient client) {

	}

}
