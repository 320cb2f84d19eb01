package com.headjack.shell.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyncPaceTests {

	private final SyncPace pace = new SyncPace();

	@Test
	void pauseGrowsWithTheTimeOfALook() {
		assertThat(this.pace.timed(() -> "look")).isEqualTo("look");
		assertThat(this.pace.pause()).isEqualTo(Duration.ofSeconds(5));
		look(Duration.ofMillis(150));
		assertThat(this.pace.pause()).isBetween(Duration.ofMillis(7500), Duration.ofMinutes(1));
		look(Duration.ofMillis(1300));
		assertThat(this.pace.pause()).isEqualTo(Duration.ofMinutes(1));
	}

	@Test
	void pauseIsLongestUntilALookFindsAContainer() {
		this.pace.timed(() -> {
			this.pace.rest();
			return "";
		});
		assertThat(this.pace.pause()).isEqualTo(Duration.ofMinutes(1));
		look(Duration.ZERO);
		assertThat(this.pace.pause()).isEqualTo(Duration.ofSeconds(5));
	}

	private void look(Duration duration) {
		this.pace.timed(() -> {
			long begin = System.nanoTime();
			while (System.nanoTime() - begin < duration.toNanos()) {
				LockSupport.parkNanos(1_000_000);
			}
			return "";
		});
	}

	@Test
	void givesAtTheFirstLookAfterAChangeAndNowAndThen() {
		assertThat(this.pace.gives(false)).isTrue();
		assertThat(this.pace.gives(false)).isFalse();
		assertThat(this.pace.gives(true)).isTrue();
		for (int look = 3; look < 12; look++) {
			assertThat(this.pace.gives(false)).isFalse();
		}
		assertThat(this.pace.gives(false)).isTrue();
	}

}
