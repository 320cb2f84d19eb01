package com.headjack.resident;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UsedMemoryTests {

	private static final long MEBIBYTE = 1024 * 1024;

	private long now = 5;

	private long taken = 20 * MEBIBYTE;

	private long secrets = 7;

	private final UsedMemory memory = new UsedMemory(() -> this.now, () -> this.taken, () -> this.secrets);

	private void pass(int seconds) {
		this.now += Duration.ofSeconds(seconds).toNanos();
	}

	@Test
	void tidyWhenCommandsAreDoneIsOnceAndSoon() {
		pass(60);
		assertThat(this.memory.tidy(false)).isFalse();
		this.memory.use();
		assertThat(this.memory.tidy(false)).isFalse();
		pass(2);
		assertThat(this.memory.tidy(false)).isTrue();
		pass(60);
		assertThat(this.memory.tidy(false)).isFalse();
	}

	@Test
	void tidyIsDueAfterASecretWithoutACommand() {
		pass(60);
		this.secrets++;
		assertThat(this.memory.tidy(false)).isFalse();
		pass(2);
		this.secrets++;
		assertThat(this.memory.tidy(false)).as("it is still in use").isFalse();
		pass(2);
		assertThat(this.memory.tidy(false)).isTrue();
		pass(2);
		assertThat(this.memory.tidy(false)).isFalse();
	}

	@Test
	void tidyWhileACommandRunsWaitsForLonger() {
		this.memory.use();
		pass(2);
		assertThat(this.memory.tidy(true)).isFalse();
		pass(9);
		assertThat(this.memory.tidy(true)).isTrue();
	}

	@Test
	void tidyDoesNotWaitForQuietForEver() {
		for (int seconds = 0; seconds < 60; seconds++) {
			this.memory.use();
			pass(1);
			assertThat(this.memory.tidy(true)).isFalse();
		}
		pass(1);
		this.memory.use();
		assertThat(this.memory.tidy(true)).isTrue();
		this.memory.use();
		pass(1);
		assertThat(this.memory.tidy(true)).isFalse();
	}

	@Test
	void tidyWhenMuchIsTakenDoesNotWait() {
		this.memory.use();
		this.taken = 60 * MEBIBYTE;
		assertThat(this.memory.tidy(true)).isTrue();
		this.memory.use();
		this.taken = 80 * MEBIBYTE;
		assertThat(this.memory.tidy(true)).as("all of it is in use").isFalse();
		this.taken = 100 * MEBIBYTE;
		assertThat(this.memory.tidy(true)).isTrue();
	}

}
