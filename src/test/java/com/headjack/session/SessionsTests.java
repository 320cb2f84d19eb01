package com.headjack.session;

import java.nio.file.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.FailureKind;
import com.headjack.instance.Instance;
import com.headjack.log.LogReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionsTests {

	@TempDir
	Path folder;

	private Scene scene;

	private Sessions sessions;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.sessions = this.scene.sessions;
	}

	private String status(String name) {
		return this.scene.session(name).status();
	}

	private Session asking(String name) {
		this.scene.files.claim(new SessionRecord(name, "claude", Scene.NOW, Scene.NOW, null, Scene.BOOT,
				List.of(new ExpectedQuestion("whether to go on", List.of("Go on?", "Yes, I accept"), "go.json"))));
		return this.scene.session(name);
	}

	@Test
	void questionIsWhatTheScreenShows() throws IOException {
		Session session = asking("a");
		assertThat(this.scene.sessions.question(this.scene.instance, session)).isEmpty();
		this.scene.out("a.log", "\033]777;headjack-begin\007Shall I go\r\non?\r\n 1. No\r\n 2. Yes,  I\r\n accept");
		assertThat(this.scene.sessions.question(this.scene.instance, session)).contains("whether to go on");
		this.scene.out("a.log", "\033]777;headjack-begin\007Go on? Yes, I accept\033[2J\033[H working");
		assertThat(this.scene.sessions.question(this.scene.instance, session)).isEmpty();
	}

	@Test
	void questionOfASessionThatHasEndedOrIsNoAgentsIsNone() throws IOException {
		Session session = asking("a");
		this.scene.out("a.log", "Go on? Yes, I accept");
		this.scene.out("a.exit", "0");
		assertThat(this.scene.sessions.question(this.scene.instance, this.scene.session("a"))).isEmpty();
		this.scene.record("b");
		this.scene.out("b.log", "Go on? Yes, I accept");
		assertThat(this.scene.sessions.question(this.scene.instance, this.scene.session("b"))).isEmpty();
		assertThat(session.running()).isTrue();
	}

	@Test
	void questionsAheadComeFromFilesOfTheRepository() throws IOException {
		SessionPlace place = new SessionPlace(this.scene.instance, asking("a"));
		assertThat(this.scene.sessions.questionsAhead(place)).isEmpty();
		Files.writeString(this.scene.instance.worktree().resolve("go.json"), "{}");
		assertThat(this.scene.sessions.questionsAhead(place)).containsExactly("whether to go on");
	}

	@Test
	void listGivesTheOldestFirstAndAsksNoEngine() {
		this.scene.files.claim(new SessionRecord("a", "exec", Scene.NOW, Scene.NOW, null, Scene.BOOT));
		this.scene.files.claim(new SessionRecord("b", "exec", Scene.NOW.minusSeconds(1), Scene.NOW, null, Scene.BOOT));
		assertThat(this.sessions.list(this.scene.instance)).extracting((session) -> session.name().value())
			.containsExactly("b", "a");
		assertThat(this.scene.engine.questions).isZero();
	}

	@Test
	void aSessionRunsUntilAnExitCodeOrAnotherStartOrAStop() throws IOException {
		this.scene.record("a");
		assertThat(status("a")).isEqualTo("running");
		assertThat(this.sessions.get(this.scene.stopped(), "a").status()).isEqualTo("ended");
		this.scene.out("a.exit", "137 memory\n");
		assertThat(this.scene.session("a").status()).isEqualTo("killed (out of memory)");
		assertThat(this.scene.session("a").exitCode()).hasValue(137);
		this.scene.out("a.exit", "5");
		assertThat(status("a")).isEqualTo("exited (5)");
		this.scene.out("a.exit", "9999999999999 memory\u001b[31m");
		assertThat(status("a")).isEqualTo("ended");
		this.scene.record("b");
		this.scene.boot("second");
		assertThat(status("b")).isEqualTo("ended");
	}

	@Test
	void getWhenThereIsNoneSaysHowToListThem() {
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> this.scene.session("a"))
			.withMessage("no session \"a\" in instance " + this.scene.instance.id())
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND))
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue("run 'hjk ps feat/x' to list its sessions"));
	}

	@Test
	void latestIsTheOneThatWasUsedLastOfThoseThatRun() throws IOException {
		assertThat(this.sessions.latest(List.of(this.scene.instance))).isEmpty();
		this.scene.record("a");
		this.scene.record("b");
		this.scene.record("ended");
		this.scene.out("ended.exit", "0");
		this.scene.files.touch("a", Scene.NOW.plusSeconds(1));
		this.scene.files.touch("ended", Scene.NOW.plusSeconds(2));
		assertThat(this.sessions.latest(List.of(this.scene.instance)))
			.hasValueSatisfying((place) -> assertThat(place.session().name().value()).isEqualTo("a"));
		assertThat(this.sessions.latest(List.of(this.scene.stopped()))).isEmpty();
	}

	@Test
	void lastIsTheOneThatRunsOrElseTheOneThatEndedLast() throws IOException {
		assertThat(this.sessions.last(this.scene.instance)).isEmpty();
		this.scene.record("a");
		this.scene.record("b");
		Files.setLastModifiedTime(this.scene.out("a.exit", "0"), FileTime.from(Scene.NOW.plusSeconds(9)));
		assertThat(last(this.scene.instance)).isEqualTo("b");
		Files.setLastModifiedTime(this.scene.out("b.exit", "0"), FileTime.from(Scene.NOW.plusSeconds(8)));
		assertThat(last(this.scene.instance)).isEqualTo("a");
		assertThat(last(this.scene.stopped())).isEqualTo("a");
	}

	private String last(Instance instance) {
		return this.sessions.last(instance).orElseThrow().name().value();
	}

	@Test
	void refreshTellsOfAContainerThatHasStoppedOrIsGone() throws IOException {
		this.scene.record("a");
		Session session = this.scene.session("a");
		assertThat(this.sessions.refresh(this.scene.instance, session).running()).isTrue();
		this.scene.runs(false);
		assertThat(this.sessions.refresh(this.scene.instance, session).running()).isFalse();
		this.scene.engine.containers.clear();
		this.scene.out("a.exit", "3");
		assertThat(this.sessions.refresh(this.scene.instance, session)).isEqualTo(session.ended(OptionalInt.of(3)));
	}

	@Test
	void watchAsksTheEngineRarely() {
		this.scene.record("a");
		Instant[] clock = { Scene.NOW };
		SessionWatch watch = this.scene.watch("a", clock);
		for (int looks = 0; looks < 300; looks++) {
			assertThat(watch.goesOn()).isTrue();
			clock[0] = clock[0].plusMillis(200);
		}
		assertThat(this.scene.engine.questions).isBetween(1, 12);
	}

	@Test
	void watchSeesAnEndAtOnceAndADeadContainerSoon() throws IOException {
		this.scene.record("a");
		this.scene.record("b");
		Instant[] clock = { Scene.NOW };
		SessionWatch watch = this.scene.watch("a", clock);
		SessionWatch other = this.scene.watch("b", clock);
		this.scene.out("a.exit", "0");
		assertThat(watch.goesOn()).isFalse();
		assertThat(this.scene.engine.questions).isZero();
		this.scene.runs(false);
		assertThat(other.goesOn()).isTrue();
		clock[0] = clock[0].plusSeconds(5);
		assertThat(other.goesOn()).isFalse();
		assertThat(this.sessions.watch(this.scene.instance, this.scene.session("b")).goesOn()).isTrue();
	}

	@Test
	void logIsWhatTheContainerWrites() throws IOException {
		this.scene.record("a");
		this.scene.out("a.log.old", "1");
		this.scene.out("a.log", "2");
		try (LogReader reader = this.sessions.log(this.scene.instance, this.scene.session("a")).open()) {
			ByteArrayOutputStream target = new ByteArrayOutputStream();
			assertThat(reader.copy(target)).isTrue();
			assertThat(target).hasToString("12");
		}
	}

}
