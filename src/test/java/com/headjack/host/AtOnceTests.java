package com.headjack.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(30)
class AtOnceTests {

	private final HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Path.of("/home/ada"), Path.of("/"),
			Map.of(), Set.of());

	@Test
	void mapGivesTheResultsInTheirOrder() {
		assertThat(AtOnce.map(List.<Integer>of(), String::valueOf)).isEmpty();
		assertThat(AtOnce.map(List.of(1), String::valueOf)).containsExactly("1");
		assertThat(AtOnce.map(IntStream.range(0, 20).boxed().toList(), String::valueOf))
			.containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(String::valueOf).toList());
	}

	@Test
	void mapDoesAllAtOnce() {
		CountDownLatch all = new CountDownLatch(3);
		assertThat(AtOnce.map(List.of(1, 2, 3), (number) -> {
			all.countDown();
			try {
				all.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return number;
		})).hasSize(3);
	}

	@Test
	void mapWorksForTheCommandThatCallsIt() {
		Termination command = new Termination();
		CountDownLatch hooked = new CountDownLatch(2);
		command.during(() -> AtOnce.map(List.of(1, 2), (_) -> Termination.hook(hooked::countDown)));
		command.run();
		assertThat(hooked.getCount()).isZero();
	}

	@Test
	void mapAsksTheUserOnlyWhereTheCallerMay() {
		assertThat(AtOnce.map(List.of(1, 2), (_) -> this.host.attended())).containsExactly(true, true);
		assertThat(this.host.unattended(() -> AtOnce.map(List.of(1, 2), (_) -> this.host.attended())))
			.containsExactly(false, false);
	}

	@Test
	void mapPassesAFailureOn() {
		assertThatIllegalStateException().isThrownBy(() -> AtOnce.map(List.of(1, 2), (number) -> {
			throw new IllegalStateException("FAKE " + number);
		})).withMessage("FAKE 1");
	}

	@Test
	void mapThatIsInterruptedEnds() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> AtOnce.map(List.of(1, 2), AtOnceTests::untilInterrupted))
			.withMessage("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private static int untilInterrupted(int number) {
		try {
			new CountDownLatch(1).await();
			return number;
		}
		catch (InterruptedException _) {
			return -1;
		}
	}

}
