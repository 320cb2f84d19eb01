package com.headjack.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminationTests {

	private final List<String> done = new CopyOnWriteArrayList<>();

	private final Termination termination = new Termination();

	@Test
	void runDoesWhatIsRegistered() {
		this.termination.during(() -> Termination.hook(() -> this.done.add("a")));
		assertThat(this.done).isEmpty();
		this.termination.run();
		assertThat(this.done).containsExactly("a");
		this.termination.run();
		assertThat(this.done).hasSize(1);
	}

	@Test
	void runLeavesOutWhatIsClosed() {
		this.termination.during(() -> Termination.hook(() -> this.done.add("a")).close());
		this.termination.run();
		assertThat(this.done).isEmpty();
	}

	@Test
	void threadsOfTheCommandRegisterWithIt() {
		this.termination
			.during(() -> join(Thread.ofPlatform().start(() -> Termination.hook(() -> this.done.add("a")))));
		this.termination.run();
		assertThat(this.done).containsExactly("a");
	}

	@Test
	void whatRegistersTooLateIsNotDone() {
		this.termination.during(() -> {
			this.termination.run();
			Termination.hook(() -> this.done.add("a"));
			this.termination.run();
		});
		assertThat(this.done).isEmpty();
	}

	@Test
	void otherThreadsRegisterWithTheProcess() {
		this.termination.during(() -> {
		});
		Termination.Registration registration = Termination.hook(() -> this.done.add("a"));
		this.termination.run();
		assertThat(this.done).isEmpty();
		registration.close();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
