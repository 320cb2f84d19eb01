package com.headjack.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A program and all programs that it has started.
 *
 * @param process the program
 */
record ProcessTree(Process process) {

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/**
	 * Waits for the program to end.
	 * @param deadline how long it may take
	 * @return how long it was given if it has not ended, or {@code null} if it has
	 * @throws InterruptedException if the thread is interrupted
	 */
	@Nullable Duration await(Deadline deadline) throws InterruptedException {
		long begin = System.nanoTime();
		long worked = begin;
		Duration work = Duration.ZERO;
		while (!this.process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
			long now = System.nanoTime();
			Duration since = work();
			if (!since.equals(work) || this.process.children().findAny().isPresent()) {
				work = since;
				worked = now;
			}
			if (now - begin > deadline.total().toNanos()) {
				return deadline.total();
			}
			if (now - worked > deadline.idle().toNanos()) {
				return deadline.idle();
			}
		}
		return null;
	}

	private Duration work() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Terminates all of them, first by SIGTERM, so that they can remove their lock files.
	 */
	void end() {
		List<ProcessHandle> others = this.process.descendants().toList();
		this.process.destroy();
		others.forEach(ProcessHandle::destroy);
		try {
			boolean ended = this.process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			kill(others);
			if (!ended) {
				this.process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			kill(others);
		}
	}

	private void kill(List<ProcessHandle> others) {
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
		others.forEach(ProcessHandle::destroyForcibly);
	}

}
