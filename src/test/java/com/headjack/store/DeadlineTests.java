package com.headjack.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadlineTests {

	private final Executor thread = (task) -> Thread.ofPlatform().daemon().start(task);

	private final Deadline deadline = new Deadline(Duration.ofSeconds(10));

	@Test
	void callGivesTheResult() {
		assertThat(this.deadline.call("a store", this.thread, () -> "answer")).isEqualTo("answer");
	}

	@Test
	void callWhenItFailsThrowsItsFailure() {
		assertThatIllegalStateException().isThrownBy(() -> this.deadline.call("a store", this.thread, () -> {
			throw new IllegalStateException("failed");
		})).withMessage("failed");
	}

	@Test
	void callWhenItEndsInAnErrorThrowsTheError() {
		assertThatExceptionOfType(UnsatisfiedLinkError.class)
			.isThrownBy(() -> this.deadline.call("a store", this.thread, () -> {
				throw new UnsatisfiedLinkError("missing");
			}));
	}

	@Test
	void callWhenItHangsThrowsAfterTheLimit() {
		CountDownLatch never = new CountDownLatch(1);
		long start = System.nanoTime();
		assertThatExceptionOfType(StoreTimeoutException.class)
			.isThrownBy(() -> new Deadline(Duration.ofMillis(100)).call("a store", this.thread, () -> await(never)))
			.withMessage("a store did not answer within 0.1 seconds");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(100),
				Duration.ofSeconds(20));
		never.countDown();
	}

	@Test
	void callWhenInterruptedThrowsAndKeepsTheInterrupt() {
		CountDownLatch never = new CountDownLatch(1);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(StoreTimeoutException.class)
			.isThrownBy(() -> this.deadline.call("a store", this.thread, () -> await(never)));
		assertThat(Thread.interrupted()).isTrue();
		never.countDown();
	}

	private static boolean await(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
