package com.headjack.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.EngineException;
import com.headjack.instance.BeforeEnd;
import com.headjack.instance.LaunchLog;

import static org.assertj.core.api.Assertions.assertThat;

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
		SessionEnding ending = new SessionEnding(this.scene.sessions, new SessionEnd(this.scene.engine));
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
	void beforeEndOfAContainerThatDoesNotAnswerSaysSoAndLetsItGo() {
		this.scene.record("a");
		this.scene.engine.answer(Scripts.END, () -> {
			throw new ContainerUnresponsiveException("0123", "run sh to its end", Duration.ofSeconds(30), null);
		});
		beforeEnd();
		assertThat(this.told).containsExactly("ending",
				"the container of branch \"%s\" did not end its programs within 30 s"
					.formatted(this.scene.instance.branch()));
	}

}
