package com.headjack.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.ExecResult;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which sessions run, whatever a container writes.
 */
class RunningSessionsTests {

	@TempDir
	Path folder;

	private Scene scene;

	private RunningSessions running;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.running = new RunningSessions(this.scene.sessions, this.scene.engine);
		this.scene.record("a");
		this.scene.record("ended");
		this.scene.out("ended.exit", "0");
	}

	private List<String> names(Instance instance) {
		return this.running.of(instance).stream().map((session) -> session.name().value()).toList();
	}

	private void answers(String names) {
		this.scene.engine.answer(Scripts.RUNNING, () -> new ExecResult(0, names, ""));
	}

	@Test
	void ofAContainerThatForgedAnExitCodeFindsTheSession() {
		answers("ended\nfoo\n");
		assertThat(this.running.of(this.scene.instance)).hasSize(2).allSatisfy((session) -> {
			assertThat(session.running()).isTrue();
			assertThat(session.exitCode()).isEqualTo(OptionalInt.empty());
		});
		assertThat(this.scene.engine.calls).singleElement()
			.satisfies((call) -> assertThat(call.words()).containsExactly("hjk-", "ended"));
	}

	@Test
	void ofAContainerThatForgedItsStartFindsTheSession() throws IOException {
		this.scene.boot("forged");
		answers("a\n");
		assertThat(names(this.scene.instance)).containsExactly("a");
	}

	@Test
	void ofSessionsThatHaveEndedLeavesThemOut() {
		answers("");
		assertThat(names(this.scene.instance)).containsExactly("a");
	}

	@Test
	void ofAStoppedContainerAsksNothing() {
		assertThat(names(this.scene.stopped())).isEmpty();
		assertThat(this.scene.engine.calls).isEmpty();
	}

	@Test
	void ofAContainerThatJustStoppedBelievesItsFiles() {
		this.scene.engine.answer(Scripts.RUNNING, () -> {
			throw new ContainerNotRunningException("it has stopped", null, null);
		});
		assertThat(names(this.scene.instance)).containsExactly("a");
	}

	@Test
	void amongTheSessionsOfAContainerThatDoesNotAnswerFails() {
		this.scene.engine.answer(Scripts.RUNNING, () -> {
			throw new ContainerUnresponsiveException("0123", "run sh to its end", Duration.ofSeconds(5), null);
		});
		assertThat(names(this.scene.instance)).containsExactly("a");
		List<Session> ended = List.of(this.scene.session("ended"));
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.running.among(this.scene.instance, ended))
			.withMessageContaining("did not answer what runs within 5 s");
	}

}
