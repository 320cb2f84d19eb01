package com.headjack.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.github.dockerjava.api.async.ResultCallback;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the end of a call that goes on.
 *
 * @param <T> what is heard before
 */
abstract class Completion<T> implements ResultCallback<T> {

	private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

	private volatile @Nullable Closeable stream;

	/**
	 * Waits for the end.
	 * @throws InterruptedException if the waiting is interrupted
	 * @throws ExecutionException if it ended by a failure, which is the cause
	 */
	void await() throws InterruptedException, ExecutionException {
		this.end.get();
	}

	/**
	 * Ends the call from this side.
	 */
	void cancel() {
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
