package com.headjack.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Records how the process would have ended.
 */
final class RecordedProcess implements ClientProcess {

	static final int ALONE = -1;

	private final CompletableFuture<Integer> code = new CompletableFuture<>();

	@Override
	public void end(int code) {
		this.code.complete(code);
	}

	@Override
	public void alone() {
		this.code.complete(ALONE);
	}

	@Override
	public void passSignals(Service service) {
		// The tests have signals of their own.
	}

	/**
	 * Waits for the end.
	 * @return the exit code
	 */
	int await() {
		return this.code.orTimeout(10, TimeUnit.SECONDS).join();
	}

}
