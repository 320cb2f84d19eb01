package com.headjack.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.dockerjava.api.async.ResultCallback;
import org.jspecify.annotations.Nullable;

/**
 * The callback of an asynchronous call; waits for its end.
 *
 * @param <T> the type of the results before the end
 */
abstract class Completion<T> implements ResultCallback<T> {

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	private volatile @Nullable Closeable stream;

	private volatile boolean cancelled;

	/**
	 * Waits for the end.
	 * @param patience how long
	 * @return whether it has come
	 * @throws InterruptedException if the waiting is interrupted
	 * @throws ExecutionException if the call failed; its cause is the failure
	 */
	boolean await(Duration patience) throws InterruptedException, ExecutionException {
		try {
			this.end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException _) {
			return false;
		}
	}

	/**
	 * Waits for the end.
	 * @throws InterruptedException if the waiting is interrupted
	 * @throws ExecutionException if the call failed; its cause is the failure
	 */
	void await() throws InterruptedException, ExecutionException {
		this.end.get();
	}

	/**
	 * Waits for something before the end, or for the end.
	 * @param event what may come before the end
	 * @param patience how long
	 * @return whether one of them has come
	 * @throws InterruptedException if the waiting is interrupted
	 * @throws ExecutionException if the call failed; its cause is the failure
	 */
	boolean await(CompletableFuture<?> event, Duration patience) throws InterruptedException, ExecutionException {
		try {
			CompletableFuture.anyOf(event, this.end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException _) {
			return false;
		}
	}

	/**
	 * Ends the call from this side, also if its answer begins only afterwards.
	 */
	void cancel() {
		this.cancelled = true;
		Closeable current = this.stream;
		if (current != null) {
			try {
				current.close();
			}
			catch (IOException ex) {
				onError(ex);
			}
		}
	}

	@Override
	public void onStart(Closeable closeable) {
		this.stream = closeable;
		if (this.cancelled) {
			cancel();
		}
	}

	@Override
	public void onError(Throwable throwable) {
		this.end.completeExceptionally(throwable);
	}

	@Override
	public void onComplete() {
		this.end.complete(null);
	}

	@Override
	public void close() {
		cancel();
	}

}
