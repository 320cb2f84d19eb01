package com.headjack.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecResult;
import com.headjack.instance.BeforeEnd;
import com.headjack.instance.LaunchLog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How sessions end before their container goes.
 */
class SessionEndingTests {

	@TempDir
	Path folder;

	private Scene scene;

	private final List<String> told = new ArrayList<>();

	private final LaunchLog log = new LaunchLog() {

		@Override
		public void endingPrograms() {
			SessionEndingTests.this.told.add("ending");
		}

		@Override
		public void notSaved(String reason) {
			SessionEndingTests.this.told.add(reason);
		}

	};

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
	}

	private void beforeEnd() {
		beforeEnd(Duration.ofMinutes(1));
	}

	private void beforeEnd(Duration patience) {
		SessionEnding ending = new SessionEnding(this.scene.sessions, new SessionEnd(this.scene.engine, patience));
		assertThat(ending.turn()).isEqualTo(BeforeEnd.Turn.ENDS_PROGRAMS);
		ending.beforeEnd(this.scene.instance, this.log);
	}

	@Test
	void beforeEndEndsAllThatRunAtOnce() throws IOException {
		this.scene.record("a");
		this.scene.record("b");
		this.scene.record("ended");
		this.scene.out("ended.exit", "0");
		beforeEnd();
		assertThat(this.scene.engine.calls).singleElement().satisfies((call) -> {
			assertThat(call.script()).isEqualTo(Scripts.END);
			assertThat(call.words()).startsWith("100", "hjk-", "/var/log/headjack/")
				.contains("a", "b")
				.doesNotContain("ended")
				.hasSize(5);
			assertThat(call.request().user()).isEqualTo(this.scene.user());
		});
		assertThat(this.told).containsExactly("ending");
	}

	@Test
	void beforeEndWhereNothingRunsAsksNoEngine() {
		beforeEnd();
		assertThat(this.scene.engine.calls).isEmpty();
		assertThat(this.told).isEmpty();
	}

	@Test
	void beforeEndOfAContainerThatHasStoppedIsDone() {
		this.scene.record("a");
		this.scene.engine.answer(Scripts.END, () -> {
			throw new ContainerNotRunningException("it has stopped", null, null);
		});
		beforeEnd();
		assertThat(this.told).containsExactly("ending");
	}

	@Test
	void beforeEndOfABrokenContainerSaysSoAndLetsItGo() {
		this.scene.record("a");
		this.scene.engine.answer(Scripts.END, () -> {
			throw new EngineException("it is broken", null, null);
		});
		beforeEnd();
		assertThat(this.told).containsExactly("ending", "it is broken");
	}

	@Test
	void beforeEndWhereTheWorktreeIsGoneLetsTheContainerGo() throws IOException {
		this.scene.record("a");
		Files.delete(this.scene.instance.worktree());
		beforeEnd();
		assertThat(this.told).hasSize(2);
	}

	@Test
	void beforeEndOfAContainerThatDoesNotAnswerEnds() {
		CountDownLatch never = new CountDownLatch(1);
		this.scene.record("a");
		this.scene.engine.answer(Scripts.END, () -> hang(never));
		beforeEnd(Duration.ofMillis(50));
		never.countDown();
		assertThat(this.told).containsExactly("ending", "the container does not end its programs");
	}

	private static ExecResult hang(CountDownLatch latch) {
		try {
			latch.await();
			return new ExecResult(0, "", "");
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	@Test
	void ofWhenItIsInterruptedSaysSo() {
		CountDownLatch never = new CountDownLatch(1);
		this.scene.record("a");
		this.scene.engine.answer(Scripts.END, () -> hang(never));
		Thread.currentThread().interrupt();
		List<Session> sessions = this.scene.sessions.list(this.scene.instance);
		SessionEnd end = new SessionEnd(this.scene.engine);
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> end.of(this.scene.instance, sessions))
			.withMessageStartingWith("interrupted");
		assertThat(Thread.interrupted()).isTrue();
		never.countDown();
	}

	@Test
	void ofWhenTheEngineBreaksDownTellsOfThat() {
		this.scene.record("a");
		List<Session> sessions = this.scene.sessions.list(this.scene.instance);
		this.scene.engine.answer(Scripts.END, () -> {
			throw new AssertionError("it broke");
		});
		SessionEnd end = new SessionEnd(this.scene.engine);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> end.of(this.scene.instance, sessions))
			.withMessageContaining("it broke");
	}

}
