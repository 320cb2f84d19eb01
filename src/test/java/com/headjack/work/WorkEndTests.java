package com.headjack.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.FailingEngine;
import com.headjack.failure.FailureKind;
import com.headjack.instance.Instance;
import com.headjack.session.Program;
import com.headjack.session.Session;
import com.headjack.session.SessionException;
import com.headjack.session.SessionName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sessions end before their container goes.
 */
class WorkEndTests {

	@TempDir
	Path folder;

	private Workshop shop;

	private Instance instance;

	@BeforeEach
	void begin() throws IOException {
		this.shop = new Workshop(this.folder);
		this.shop.work.begin(this.shop.assignment(new Program.Shell(List.of())), this.shop.log);
		this.instance = this.shop.now().orElseThrow();
		this.shop.told.clear();
		this.shop.engine.heal();
	}

	@AfterEach
	void close() {
		this.shop.close();
	}

	private String status() {
		return this.shop.sessions.get(this.shop.now().orElseThrow(), "a").status();
	}

	@Test
	void killEndsTheSessionAlone() {
		this.shop.end.kill(this.instance, "a", this.shop.log);
		assertThat(this.shop.told).containsExactly("ending a");
		assertThat(status()).isEqualTo("ended");
		assertThat(this.shop.now()).hasValue(this.instance);
		assertThatExceptionOfType(SessionException.class)
			.isThrownBy(() -> this.shop.end.kill(this.instance, "b", this.shop.log))
			.withMessageContaining("no session \"b\"");
	}

	@Test
	void stopEndsSessionsFirst() {
		this.shop.end.stop(this.instance, (_) -> true, this.shop.log);
		assertThat(this.shop.told).containsExactly("ending programs", "stopping");
		assertThat(status()).isEqualTo("ended");
		assertThat(this.shop.now()).hasValueSatisfying((now) -> assertThat(now.running()).isFalse());
	}

	@Test
	void stopWhereSessionsCannotBeEndedStopsAllTheSame() {
		this.shop.engine.failAt(FailingEngine.Call.EXEC, 1);
		this.shop.end.stop(this.instance, (_) -> true, this.shop.log);
		assertThat(this.shop.told).containsExactly("ending programs", "not saved: EXEC failed", "stopping");
		assertThat(this.shop.now()).hasValueSatisfying((now) -> assertThat(now.running()).isFalse());
	}

	@Test
	void stopOfAnInstanceWhoseContainerIsGoneHasNothingToDo() {
		this.shop.removeContainer(this.instance);
		this.shop.end.stop(this.instance, (_) -> true, this.shop.log);
		assertThat(this.shop.told).isEmpty();
	}

	@Test
	void recreateEndsSessionsBeforeTheOldContainerGoesAndKeepsTheirRecords() {
		this.shop.end.recreate(this.shop.repository, this.instance, null, (_) -> true, this.shop.log);
		assertThat(this.shop.told).containsExactly("checking out", "creating", "ending programs", "stopping",
				"starting container");
		assertThat(status()).isEqualTo("ended");
		assertThat(this.shop.containers()).hasSize(1)
			.noneMatch((container) -> container.id().equals(this.instance.container()));
	}

	@Test
	void stopAndRecreateOfACommandAskNobody() {
		Predicate<List<Session>> unasked = (_) -> {
			throw new AssertionError("asked");
		};
		assertThat(this.shop.end.recreate(this.shop.repository, this.instance, null, unasked, this.shop.log)).isTrue();
		assertThat(this.shop.end.stop(this.shop.now().orElseThrow(), unasked, this.shop.log)).isTrue();
	}

	@Test
	void stopAndRecreateWithAnAgentGoByTheAnswerAndNameAllSessions() {
		this.shop.login();
		this.shop.work.goOn(this.instance, Workshop.CODEX, SessionName.of("b"), this.shop.log);
		this.shop.told.clear();
		List<String> named = new ArrayList<>();
		Predicate<List<Session>> refused = (
				sessions) -> !sessions.stream().map((session) -> session.name().value()).allMatch(named::add);
		assertThat(this.shop.end.stop(this.instance, refused, this.shop.log)).isFalse();
		assertThat(this.shop.end.recreate(this.shop.repository, this.instance, null, refused, this.shop.log)).isFalse();
		assertThat(named).containsExactly("a", "b", "a", "b");
		assertThat(this.shop.told).isEmpty();
		assertThat(this.shop.end.stop(this.instance, (_) -> true, this.shop.log)).isTrue();
		assertThat(this.shop.now()).hasValueSatisfying((now) -> assertThat(now.running()).isFalse());
	}

	@Test
	void removeEndsSessionsFirstAndLeavesNothingButTheBranch() throws IOException {
		assertThat(this.shop.end.remove(this.shop.repository, this.instance, (_) -> true, this.shop.log)).isTrue();
		assertThat(this.shop.told).containsExactly("ending programs", "removing container", "removing worktree");
		assertThat(this.shop.containers()).isEmpty();
		assertThat(this.shop.now()).isEmpty();
		assertThat(this.shop.anythingKept()).isFalse();
		assertThat(this.shop.branchExists()).isTrue();
	}

	@Test
	void removeWithoutAgreementLeavesAll() {
		assertThat(this.shop.end.remove(this.shop.repository, this.instance, (_) -> false, this.shop.log)).isFalse();
		assertThat(this.shop.now()).hasValue(this.instance);
		assertThat(status()).isEqualTo("running");
	}

	@Test
	void removeWhenNobodyKnowsOfWorkRefusesUnlessForced() throws IOException {
		Path head = this.shop.repository.commonDirectory().resolve("worktrees/feat-x/HEAD");
		Files.delete(head);
		assertThatExceptionOfType(WorkException.class)
			.isThrownBy(() -> this.shop.end.remove(this.shop.repository, this.instance, (loss) -> true, this.shop.log))
			.withMessageStartingWith("cannot tell whether branch \"feat/x\" has unsaved work: ")
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("hjk rm feat/x -f")));
		this.shop.end.removeWithUnsavedWork(this.shop.repository, this.instance, this.shop.log);
		assertThat(this.shop.anythingKept()).isFalse();
	}

	@Test
	void removeWhenAReferenceIsUnreadableSaysHowToMendThat() throws IOException {
		Path device = this.shop.repository.commonDirectory().resolve("refs/heads/evil");
		Files.createSymbolicLink(device, Path.of("/dev/null"));
		assertThatExceptionOfType(WorkException.class)
			.isThrownBy(() -> this.shop.end.remove(this.shop.repository, this.instance, (loss) -> true, this.shop.log))
			.satisfies((ex) -> assertThat(ex.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy)
				.endsWith("with 'rm " + device + "', or drop its files with 'hjk rm feat/x -f'")));
	}

	@Test
	void removeTellsWhatWouldBeLostFirst() throws IOException {
		Files.writeString(this.instance.worktree().resolve("file"), "work");
		List<Loss> losses = new ArrayList<>();
		assertThat(
				this.shop.end.remove(this.shop.repository, this.instance, (loss) -> !losses.add(loss), this.shop.log))
			.isFalse();
		assertThat(losses).singleElement().satisfies((loss) -> {
			assertThat(loss.work()).hasToString("1 uncommitted file");
			assertThat(loss.work().files()).containsExactly("?? file");
			assertThat(loss.running()).singleElement()
				.satisfies((session) -> assertThat(session.name()).hasToString("a"));
		});
		assertThat(status()).isEqualTo("running");
		this.shop.end.removeWithUnsavedWork(this.shop.repository, this.instance, this.shop.log);
		assertThat(this.shop.now()).isEmpty();
	}

	@Test
	void removeOfABrokenContainerGoesOnAndSaysWhatIsLost() {
		this.shop.engine.failAt(FailingEngine.Call.EXEC, 1);
		this.shop.end.removeWithUnsavedWork(this.shop.repository, this.instance, this.shop.log);
		assertThat(this.shop.told).contains("not saved: EXEC failed");
		assertThat(this.shop.containers()).isEmpty();
		assertThat(this.shop.now()).isEmpty();
	}

	@Test
	void removeAgainAfterAFailureFinishesTheJob() {
		this.shop.engine.failAt(FailingEngine.Call.REMOVE, 1);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.shop.end.removeWithUnsavedWork(this.shop.repository, this.instance, this.shop.log));
		assertThat(this.shop.now()).isPresent();
		this.shop.engine.heal();
		this.shop.end.removeWithUnsavedWork(this.shop.repository, this.shop.now().orElseThrow(), this.shop.log);
		assertThat(this.shop.now()).isEmpty();
		assertThat(this.shop.containers()).isEmpty();
	}

}
