package com.headjack.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.LoginMethod;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionLifecycleTests {

	private static final Program.Agent CODEX = new Program.Agent("codex", null, null, List.of());

	private static final ProgramLog SILENT = new ProgramLog() {
	};

	@TempDir
	Path folder;

	private Scene scene;

	private SessionLifecycle lifecycle;

	private final List<String> steps = new ArrayList<>();

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.lifecycle = this.scene.lifecycle();
	}

	private Instance ready() {
		this.steps.add("instance");
		return this.scene.instance;
	}

	private Session start(Program program, @Nullable String name) {
		SessionName chosen = (name != null) ? SessionName.of(name) : null;
		return this.lifecycle.start(program, chosen, "web-1f0c3a5e", this::ready, SILENT).session();
	}

	@Test
	void startWithoutALoginMakesNoInstance() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> start(CODEX, null));
		assertThat(this.steps).isEmpty();
		assertThat(this.scene.engine.calls).isEmpty();
	}

	@Test
	void startWhereTheInstanceFailsStartsNothing() {
		this.scene.login("codex", LoginMethod.API_KEY, "sk-proj-FAKE-CANARY");
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.lifecycle.start(CODEX, null, "web-1f0c3a5e", () -> {
				throw new IllegalStateException("no instance");
			}, SILENT));
		assertThat(this.scene.files.records()).isEmpty();
	}

	@Test
	void startKeepsHowTheSessionIsLoggedIn() {
		this.scene.login("codex", LoginMethod.API_KEY, "sk-proj-FAKE-CANARY");
		assertThat(start(CODEX, "a").login()).hasToString("API key of account \"default\"");
		assertThat(this.scene.session("a").type()).isEqualTo("codex");
		assertThat(start(new Program.Shell(List.of()), "b").login()).isNull();
	}

	/**
	 * In one process a lock that is held cannot be waited for.
	 */
	@Test
	void startHoldsTheInstancesLockAndLetsItGo() {
		List<Boolean> held = new ArrayList<>();
		this.scene.engine.answer(Scripts.START, () -> {
			held.add(locked());
			return new ExecResult(0, "", "");
		});
		start(new Program.Shell(List.of()), "a");
		assertThat(held).containsExactly(true);
		assertThat(locked()).isFalse();
	}

	private boolean locked() {
		try {
			this.scene.folder().lock().close();
			return false;
		}
		catch (OverlappingFileLockException _) {
			return true;
		}
	}

	@Test
	void startThatWouldTakeALoginAwayIsRefusedWhileTheOtherRuns() throws IOException {
		this.scene.login("codex", LoginMethod.API_KEY, "sk-proj-FAKE-CANARY");
		this.scene.record("other", "codex", new SessionLogin(LoginMethod.SUBSCRIPTION, "default"));
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start(CODEX, "a"))
			.withMessageStartingWith("session \"other\" runs codex with the subscription of account \"default\"")
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((text) -> assertThat(text).contains("hjk kill feat/x/other")));
		assertThat(this.scene.engine.calls).isEmpty();
		this.scene.out("other.exit", "0");
		assertThat(start(CODEX, "a").running()).isTrue();
	}

	@Test
	void runPassesOnTheExitCode() {
		this.scene.engine.visit = () -> OptionalInt.of(3);
		ExecStreams streams = ExecStreams.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
		assertThat(this.lifecycle.run(this.scene.instance, List.of("false"), streams)).isEqualTo(OptionalInt.of(3));
		assertThat(this.lifecycle.run(this.scene.instance, List.of("false"), new DirectProgramTests.Terminal(true)))
			.isEqualTo(OptionalInt.of(3));
	}

	private Visit attach(boolean trueColor) {
		return this.lifecycle.attach(this.scene.instance, this.scene.session("a"),
				new DirectProgramTests.Terminal(trueColor), AttachSettings.USUAL);
	}

	@Test
	void attachThatIsLeftTellsThatTheSessionGoesOnAndWasUsed() {
		this.scene.record("a");
		Visit visit = attach(true);
		assertThat(visit.terminalGone()).isFalse();
		assertThat(visit.session().running()).isTrue();
		assertThat(visit.session().accessed()).isEqualTo(Scene.NOW.plusSeconds(60));
		assertThat(this.scene.engine.calls.getFirst().words()).endsWith("attach-session", "-t", "a")
			.contains("*:extkeys:clipboard:RGB");
		attach(false);
		assertThat(this.scene.engine.calls.getLast().words()).contains("*:extkeys:clipboard");
	}

	@Test
	void attachWhereTheTerminalGoesTellsThat() {
		this.scene.record("a");
		this.scene.engine.visit = OptionalInt::empty;
		assertThat(attach(true).terminalGone()).isTrue();
	}

	@Test
	void attachToASessionThatEndsMeanwhileTellsItsExitCode() {
		this.scene.record("a");
		this.scene.engine.visit = () -> {
			exit("5");
			return OptionalInt.of(1);
		};
		assertThat(attach(true).session().status()).isEqualTo("exited (5)");
	}

	private void exit(String code) {
		try {
			this.scene.out("a.exit", code);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void attachThatTmuxRefusesSaysSo() {
		this.scene.record("a");
		this.scene.engine.visit = () -> OptionalInt.of(1);
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> attach(true))
			.withMessage("session \"a\" cannot be shown");
	}

	@Test
	void attachWhoseContainerIsKilledWaitsUntilTheEngineTellsIt() {
		this.scene.record("a");
		this.scene.engine.visit = () -> OptionalInt.of(137);
		this.scene.engine.meanwhile = () -> this.scene.runs(this.scene.engine.questions < 3);
		assertThat(attach(true).session().status()).isEqualTo("ended");
		assertThat(this.scene.engine.questions).isEqualTo(3);
	}

	@Test
	void attachWhoseContainerIsGoneTellsThatTheSessionEnded() {
		this.scene.record("a");
		this.scene.engine.visit = () -> {
			this.scene.engine.containers.clear();
			throw new ContainerNotRunningException("it is gone", null, null);
		};
		assertThat(attach(true).session().running()).isFalse();
	}

	@Test
	void endIsToldAndLeavesASessionThatHasEnded() throws IOException {
		this.scene.record("a");
		ProgramLog log = new ProgramLog() {

			@Override
			public void endingSession(SessionName name) {
				SessionLifecycleTests.this.steps.add("ending " + name);
			}

		};
		this.lifecycle.end(this.scene.instance, this.scene.session("a"), log);
		assertThat(this.scene.engine.calls(Scripts.END)).singleElement()
			.satisfies((call) -> assertThat(call.words()).endsWith("a"));
		this.scene.out("a.exit", "129");
		this.lifecycle.end(this.scene.instance, this.scene.session("a"), log);
		assertThat(this.steps).containsExactly("ending a");
		assertThat(this.scene.engine.calls(Scripts.END)).hasSize(1);
	}

	@Test
	void endOfASessionWhoseExitCodeIsForgedEndsIt() throws IOException {
		this.scene.record("a");
		this.scene.out("a.exit", "0");
		this.scene.engine.answer(Scripts.RUNNING, () -> new ExecResult(0, "a\n", ""));
		this.lifecycle.end(this.scene.instance, this.scene.session("a"), new ProgramLog() {
		});
		assertThat(this.scene.engine.calls(Scripts.END)).hasSize(1);
	}

}
