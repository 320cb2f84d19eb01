package com.headjack.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.EngineException;
import com.headjack.engine.FailingEngine;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.session.Program;
import com.headjack.session.SessionException;
import com.headjack.session.SessionPlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The order login, instance, session, and what is left where it is broken off.
 */
class WorkTests {

	private static final Program SHELL = new Program.Shell(List.of());

	@TempDir
	Path folder;

	private Workshop shop;

	@BeforeEach
	void open() throws IOException {
		this.shop = new Workshop(this.folder);
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	private void assertNothingIsMade() throws IOException {
		assertThat(this.shop.containers()).isEmpty();
		assertThat(this.shop.now()).isEmpty();
		assertThat(this.shop.branchExists()).isFalse();
		assertThat(this.shop.anythingKept()).isFalse();
	}

	@Test
	void beginWithoutALoginMakesNothing() throws IOException {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.shop.work.begin(this.shop.assignment(Workshop.CODEX), this.shop.log))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND));
		assertNothingIsMade();
		assertThat(this.shop.engine.calls()).isEmpty();
		assertThat(this.shop.told).isEmpty();
	}

	@Test
	void beginMakesTheInstanceThenTheSession() throws IOException {
		this.shop.login();
		SessionPlace place = this.shop.work.begin(this.shop.assignment(Workshop.CODEX), this.shop.log);
		assertThat(this.shop.told).containsExactly("checking out", "creating", "ready", "starting codex");
		assertThat(place.instance().running()).isTrue();
		assertThat(place.session().name()).hasToString("a");
		Path login = this.shop.memory.resolve(this.shop.containers().getFirst().id(), "/run/headjack/.codex/auth.json");
		assertThat(Files.readString(login)).contains("sk-proj-FAKE-CANARY");
		assertThat(this.shop.sessions.list(place.instance())).containsExactly(place.session());
	}

	@Test
	void beginInAnInstanceThatRunsMakesNone() {
		Instance instance = this.shop.open();
		SessionPlace place = this.shop.work.begin(this.shop.assignment(SHELL), this.shop.log);
		assertThat(place.instance()).isEqualTo(instance);
		assertThat(place.session().type()).isEqualTo("shell");
		assertThat(this.shop.containers()).hasSize(1);
	}

	/**
	 * Up to the moment when the instance is ready all of it goes; from then on it stays,
	 * and its session goes.
	 */
	@Test
	void beginWhenAnyCallFailsLeavesAWholeInstanceOrNone() throws IOException {
		this.shop.login();
		int call = 1;
		while (!succeeds(call)) {
			if (this.shop.told.contains("ready")) {
				Instance instance = this.shop.now().orElseThrow();
				assertThat(instance.running()).as("call %d", call).isTrue();
				assertThat(this.shop.sessions.list(instance)).as("call %d", call).isEmpty();
			}
			else {
				assertNothingIsMade();
			}
			this.shop.told.clear();
			call++;
		}
		assertThat(call).isGreaterThan(5);
	}

	private boolean succeeds(int failing) {
		this.shop.now()
			.ifPresent(
					(instance) -> this.shop.end.removeWithUnsavedWork(this.shop.repository, instance, this.shop.log));
		if (this.shop.branchExists()) {
			this.shop.git.git(this.shop.repository.root(), "branch", "-D", "feat/x");
		}
		this.shop.told.clear();
		this.shop.engine.failAt(failing);
		try {
			this.shop.work.begin(this.shop.assignment(Workshop.CODEX), this.shop.log);
			return true;
		}
		catch (EngineException ex) {
			assertThat(ex).hasMessageEndingWith(" failed");
			return false;
		}
		finally {
			this.shop.engine.heal();
		}
	}

	@Test
	void beginWithANameThatIsTakenKeepsTheInstance() {
		this.shop.work.begin(this.shop.assignment(SHELL), this.shop.log);
		assertThatExceptionOfType(SessionException.class)
			.isThrownBy(() -> this.shop.work.begin(this.shop.assignment(SHELL), this.shop.log));
		assertThat(this.shop.now()).hasValueSatisfying((now) -> assertThat(now.running()).isTrue());
	}

	@Test
	void goOnStartsAnInstanceThatIsStopped() {
		this.shop.end.stop(this.shop.open(), (_) -> true, this.shop.log);
		this.shop.told.clear();
		SessionPlace place = this.shop.work.goOn(this.shop.now().orElseThrow(), SHELL, null, this.shop.log);
		assertThat(this.shop.told).containsExactly("starting container", "starting shell");
		assertThat(place.instance().running()).isTrue();
	}

	@Test
	void goOnWithoutALoginStartsNothing() {
		this.shop.end.stop(this.shop.open(), (_) -> true, this.shop.log);
		Instance stopped = this.shop.now().orElseThrow();
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.shop.work.goOn(stopped, Workshop.CODEX, null, this.shop.log));
		assertThat(this.shop.now()).hasValue(stopped);
	}

	@Test
	void goOnWhereTheContainerIsGoneSaysHowToGetANewOne() {
		this.shop.removeContainer(this.shop.open());
		Instance missing = this.shop.now().orElseThrow();
		assertThatExceptionOfType(WorkException.class)
			.isThrownBy(() -> this.shop.work.goOn(missing, SHELL, null, this.shop.log))
			.withMessage("the container of branch \"feat/x\" is gone")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue("run 'hjk run feat/x' to make a new one"));
	}

	@Test
	void resumeLeavesAnInstanceThatRunsAsItIs() {
		Instance instance = this.shop.open();
		this.shop.engine.heal();
		assertThat(this.shop.work.resume(instance, this.shop.log)).isEqualTo(instance);
		assertThat(this.shop.engine.calls()).doesNotContain(FailingEngine.Call.START);
	}

}
