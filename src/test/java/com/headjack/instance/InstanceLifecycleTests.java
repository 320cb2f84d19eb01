package com.headjack.instance;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerState;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.InMemoryImage;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostPaths;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.GitSandbox;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The order of the steps, what is left behind when one of them fails, and the lock.
 */
class InstanceLifecycleTests {

	private Path folder;

	private FailingRunner processes;

	private InstanceSandbox sandbox;

	private InstanceLifecycle lifecycle;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.folder = folder.toRealPath();
		GitSandbox git = new GitSandbox(this.folder);
		this.processes = new FailingRunner(git);
		this.sandbox = new InstanceSandbox(this.folder, git, this.processes);
		this.lifecycle = this.sandbox.lifecycle();
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void ensureOfANewBranchTakesThreeCalls() {
		Instance instance = ensure(null);
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.LIST, Call.CREATE, Call.START);
		assertThat(this.sandbox.log.told).containsExactly("looking", "checking out feat/x", "creating sample:latest");
		assertThat(instance).usingRecursiveComparison().ignoringFields("created").isEqualTo(this.sandbox.now());
		assertThat(instance.worktree().resolve("readme")).exists();
	}

	@Test
	void ensureWhenTheContainerDoesNotSayThatItIsReadyLooksItself() {
		this.sandbox.memory.add(InMemoryImage.of(InstanceSandbox.IMAGE).with("tmux", "exit 0").with("mv", "exit 1"));
		assertThat(ensure(null).running()).isTrue();
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.LIST, Call.CREATE, Call.START, Call.FIND_IMAGE,
				Call.EXEC, Call.EXEC);
	}

	@Test
	void ensureWhenItRunsAlreadyOnlyLooks() {
		Instance first = this.sandbox.ensure();
		this.sandbox.engine.heal();
		assertThat(ensure(null)).isEqualTo(this.sandbox.now());
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.LIST);
		assertThat(this.sandbox.now().container()).isEqualTo(first.container());
		assertThat(this.sandbox.log.told).containsExactly("looking");
	}

	@Test
	void ensureOfTheBranchThatIsCheckedOutGivesTheSameInstance() {
		Instance first = this.sandbox.ensure();
		this.sandbox.git.git(first.worktree(), "branch", "-m", "feat/y");
		Instance again = this.lifecycle.ensure(this.sandbox.repository, BranchName.of("feat/y"), ContainerOrder.USUAL,
				this.sandbox.log);
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(again.container()).isEqualTo(first.container());
		assertThat(again.shownBranch()).isEqualTo("feat/x (on feat/y)");
		assertThat(again.workBranch()).isEqualTo(BranchName.of("feat/y"));
	}

	@Test
	void ensureWhenItIsStoppedStartsTheSameContainer() {
		Instance first = this.sandbox.ensure();
		this.sandbox.memory.stop(container(first), Duration.ZERO);
		assertThat(ensure(null).running()).isTrue();
		assertThat(this.sandbox.now().container()).isEqualTo(first.container());
		assertThat(this.sandbox.log.told).containsExactly("looking", "starting");
	}

	@Test
	void ensureWhenTheContainerIsGoneKeepsTheWorktree() throws IOException {
		Instance first = this.sandbox.ensure();
		Files.writeString(first.worktree().resolve("work"), "work");
		this.sandbox.memory.remove(container(first));
		assertThat(ensure(null).container()).isNotEqualTo(first.container());
		assertThat(first.worktree().resolve("work")).hasContent("work");
	}

	@Test
	void ensureWhenTheWorktreeIsGoneMakesTheContainerAnew() {
		Instance first = this.sandbox.ensure();
		this.sandbox.worktrees.remove(this.sandbox.repository, worktree(), true);
		List<String> told = new ArrayList<>();
		Instance second = this.sandbox.lifecycle(new Told("saved", BeforeEnd.Turn.KEEPS_CONTENT, told))
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(told).containsExactly("saved");
		assertThat(second.container()).isNotEqualTo(first.container());
		assertThat(this.sandbox.containersNow()).extracting(ContainerState::id).containsExactly(second.container());
		assertThat(second.worktree()).exists();
	}

	@Test
	void ensureWhenAnotherImageIsAskedForKeepsTheContainerAndTells() {
		this.sandbox.ensure();
		ensure("other:1");
		assertThat(this.sandbox.log.told).containsExactly("looking", "not other:1 but sample:latest");
		this.sandbox.log.told.clear();
		ensure("sample");
		assertThat(this.sandbox.log.told).containsExactly("looking");
	}

	@Test
	void ensureWhenTheImageIsElsewherePullsItAndBeginsAnew() {
		this.sandbox.memory.publish(InMemoryImage.of("published:1").with("tmux", "exit 0"));
		assertThat(ensure("published:1").image()).isEqualTo("published:1");
		assertThat(this.sandbox.log.told).containsExactly("looking", "checking out feat/x", "creating published:1",
				"pulling published:1", "checking out feat/x", "creating published:1");
	}

	@Test
	void ensureWhenTheImageIsNowhereLeavesNothing() {
		assertThatExceptionOfType(ImageNotFoundException.class).isThrownBy(() -> ensure("absent:1"));
		assertNothingIsLeft();
	}

	@Test
	void ensureWhenTheImageHasNoTmuxLeavesNothing() {
		this.sandbox.memory.add(InMemoryImage.of("bare:1").without("tmux"));
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> ensure("bare:1"))
			.withMessage("the image \"bare:1\" has no tmux");
		assertNothingIsLeft();
	}

	@Test
	void ensureWhenAnyCallOfTheEngineFailsLeavesNothing() {
		for (int step = 1; fails(step); step++) {
			assertNothingIsLeft();
		}
		assertThat(this.sandbox.now().running()).isTrue();
	}

	private boolean fails(int step) {
		this.sandbox.engine.failAt(step);
		try {
			ensure(null);
			return false;
		}
		catch (EngineException _) {
			return true;
		}
	}

	@Test
	void ensureWhenAnyAnswerOfTheEngineIsLostLeavesNothing() {
		int steps = steps();
		for (int step = 1; step <= steps; step++) {
			this.sandbox.engine.failAfter(step);
			assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ensure(null));
			assertNothingIsLeft();
		}
	}

	@Test
	void ensureWhenAnyRunOfGitFailsLeavesNothingOrWorks() {
		this.processes.failAt(0);
		this.sandbox.ensure();
		int runs = this.processes.calls();
		for (int run = 1; run <= runs; run++) {
			removeAll();
			this.processes.failAt(run);
			try {
				ensure(null);
			}
			catch (HeadjackException _) {
				assertNothingIsLeft();
			}
		}
	}

	@Test
	void ensureWhenAStepFailsForAWorktreeThatWasThereKeepsIt() throws IOException {
		Worktree worktree = this.sandbox.worktrees.create(this.sandbox.repository, InstanceSandbox.BRANCH).worktree();
		Files.writeString(worktree.path().resolve("work"), "work");
		for (Call call : List.of(Call.LIST, Call.CREATE, Call.START)) {
			this.sandbox.engine.failAt(call, 1);
			assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ensure(null));
			assertThat(worktree.path().resolve("work")).hasContent("work");
			assertThat(this.sandbox.containersNow()).isEmpty();
		}
	}

	@Test
	void recreateGivesANewContainerAndKeepsWorktreeAndRecords() throws IOException {
		Instance first = this.sandbox.ensure();
		Files.writeString(first.worktree().resolve("work"), "work");
		Path record = Files.writeString(folder(first).resolve("record.json"), "{}");
		List<String> told = new ArrayList<>();
		Instance second = this.sandbox.lifecycle(new Told("saved", BeforeEnd.Turn.KEEPS_CONTENT, told))
			.recreate(this.sandbox.repository, first, null, this.sandbox.log);
		assertThat(second.container()).isNotEqualTo(first.container());
		assertThat(second.running()).isTrue();
		assertThat(this.sandbox.containersNow()).extracting(ContainerState::id).containsExactly(second.container());
		assertThat(first.worktree().resolve("work")).exists();
		assertThat(record).exists();
		assertThat(told).containsExactly("saved");
		assertThat(this.sandbox.log.told).containsExactly("looking", "checking out feat/x", "creating sample:latest",
				"stopping", "starting");
	}

	@Test
	void recreateTakesAnotherImageAndKeepsToItAfterwards() {
		Instance first = this.sandbox.ensure();
		this.sandbox.memory.add(InMemoryImage.of("other:1").with("tmux", "exit 0"));
		Instance second = this.lifecycle.recreate(this.sandbox.repository, first, "other:1", LaunchLog.SILENT);
		assertThat(second.image()).isEqualTo("other:1");
		assertThat(this.lifecycle.recreate(this.sandbox.repository, second, null, LaunchLog.SILENT).image())
			.isEqualTo("other:1");
	}

	@Test
	void recreateWhenTheContainerIsGoneMakesOne() {
		Instance first = this.sandbox.ensure();
		this.sandbox.memory.remove(container(first));
		assertThat(this.lifecycle.recreate(this.sandbox.repository, first, null, LaunchLog.SILENT).running()).isTrue();
	}

	@Test
	void recreateWhenAnyCallFailsLeavesAnInstanceThatRuns() {
		int steps = recreationSteps();
		for (int step = 1; step <= steps; step++) {
			this.sandbox.engine.failAt(step);
			assertRecreationFailsAndTheInstanceRuns();
			this.sandbox.engine.failAfter(step);
			assertRecreationFailsAndTheInstanceRuns();
		}
	}

	private int recreationSteps() {
		Instance first = this.sandbox.ensure();
		this.sandbox.engine.heal();
		this.lifecycle.recreate(this.sandbox.repository, first, null, LaunchLog.SILENT);
		return this.sandbox.engine.calls().size();
	}

	private void assertRecreationFailsAndTheInstanceRuns() {
		Instance before = this.sandbox.now();
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.lifecycle.recreate(this.sandbox.repository, before, null, LaunchLog.SILENT));
		Instance after = this.sandbox.now();
		assertThat(after.running()).as(this.sandbox.engine.calls().toString()).isTrue();
		assertThat(this.sandbox.memory.exec(container(after), ExecRequest.of(List.of("true"))).succeeded()).isTrue();
		boolean exchanged = !container(after).equals(container(before));
		assertThat(this.sandbox.containersNow()).hasSizeLessThanOrEqualTo(exchanged ? 2 : 1);
		this.sandbox.containersNow()
			.stream()
			.filter((container) -> !container.id().equals(container(after)))
			.forEach((container) -> this.sandbox.memory.remove(container.id()));
	}

	@Test
	void recreateWhenTheContainerCannotBeSavedKeepsIt() {
		Instance first = this.sandbox.ensure();
		InstanceLifecycle failing = this.sandbox.lifecycle(new Unsaved());
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> failing.recreate(this.sandbox.repository, first, null, LaunchLog.SILENT));
		assertThat(this.sandbox.now().container()).isEqualTo(first.container());
		assertThat(this.sandbox.now().running()).isTrue();
		assertThat(this.sandbox.containersNow()).hasSize(1);
	}

	@Test
	void startWhenItRunsAsksNothing() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.engine.heal();
		assertThat(this.lifecycle.start(instance, this.sandbox.log)).isEqualTo(instance);
		assertThat(this.sandbox.engine.calls()).isEmpty();
	}

	@Test
	void startGetsTheContainerReadyAgain() {
		Instance stopped = stopped();
		this.sandbox.engine.heal();
		assertThat(this.lifecycle.start(stopped, this.sandbox.log).running()).isTrue();
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.LIST, Call.START, Call.FIND_IMAGE, Call.EXEC,
				Call.EXEC);
		assertThat(this.lifecycle.start(stopped, this.sandbox.log).running()).isTrue();
		assertThat(this.sandbox.log.told).containsExactly("starting");
	}

	@Test
	void startWhenItIsPausedLetsItGoOnAndTellsSo() {
		Instance instance = paused();
		assertThat(instance.status()).isEqualTo(InstanceStatus.PAUSED);
		assertThat(this.lifecycle.start(instance, this.sandbox.log).running()).isTrue();
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.LIST, Call.UNPAUSE);
		assertThat(this.sandbox.log.told)
			.containsExactly("the container of branch feat/x was paused; hjk has resumed it");
	}

	@Test
	void ensureWhenItIsPausedLetsItGoOn() {
		paused();
		assertThat(this.sandbox.ensure().running()).isTrue();
		assertThat(this.sandbox.engine.calls()).contains(Call.UNPAUSE).doesNotContain(Call.START, Call.CREATE);
	}

	@Test
	void stopWhenItIsPausedLetsItsProgramsSave() {
		Instance instance = paused();
		List<String> told = new ArrayList<>();
		this.sandbox.lifecycle(new Told("saved", BeforeEnd.Turn.KEEPS_CONTENT, told)).stop(instance, this.sandbox.log);
		assertThat(told).containsExactly("saved");
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.STOPPED);
	}

	@Test
	void removeWhenItCannotGoOnIsDoneAllTheSame() {
		Instance instance = paused();
		this.sandbox.engine.failAt(Call.UNPAUSE, 1);
		this.lifecycle.remove(this.sandbox.repository, instance, true, this.sandbox.log);
		assertThat(this.sandbox.log.told).contains("not saved: UNPAUSE failed");
		assertThat(instance.worktree()).doesNotExist();
	}

	private Instance paused() {
		this.sandbox.memory.pause(container(this.sandbox.ensure()));
		this.sandbox.log.told.clear();
		this.sandbox.engine.heal();
		return this.sandbox.now();
	}

	@Test
	void stopTellsAllInTheirOrderBeforeTheContainerStops() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.engine.heal();
		List<String> told = new ArrayList<>();
		this.sandbox
			.lifecycle(new Told("content", BeforeEnd.Turn.KEEPS_CONTENT, told),
					new Told("programs", BeforeEnd.Turn.ENDS_PROGRAMS, told))
			.stop(instance, this.sandbox.log);
		assertThat(told).containsExactly("programs", "content");
		assertThat(this.sandbox.log.told).containsExactly("looking", "stopping");
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.STOPPED);
		assertThat(instance.worktree()).exists();
	}

	@Test
	void stopWhenTheContainerCannotBeSavedOrStoppedLeavesItRunning() {
		Instance instance = this.sandbox.ensure();
		InstanceLifecycle failing = this.sandbox.lifecycle(new Unsaved());
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> failing.stop(instance, LaunchLog.SILENT));
		assertThat(this.sandbox.now().running()).isTrue();
		this.sandbox.engine.failAt(Call.STOP, 1);
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.lifecycle.stop(instance, LaunchLog.SILENT));
		assertThat(this.sandbox.now().running()).isTrue();
	}

	@Test
	void stopWhenTheContainerDoesNotAnswerNamesTheBranchAndWhatToDo() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.engine.failAt(Call.STOP,
				new ContainerUnresponsiveException("0123", "stop", Duration.ofSeconds(40), null));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.lifecycle.stop(instance, LaunchLog.SILENT))
			.withMessage("the container of branch \"%s\" did not stop within 40 s", instance.branch())
			.satisfies((ex) -> assertThat(ex.remedy()).get(InstanceOfAssertFactories.STRING)
				.startsWith("run 'hjk recreate " + instance.branch() + "'"));
	}

	@Test
	void removeWhenTheEngineCannotEndTheContainerTellsItsRemedy() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.engine.failAt(Call.REMOVE,
				new ContainerUnresponsiveException("0123", "end", Duration.ofSeconds(10), "end it by hand"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.lifecycle.remove(this.sandbox.repository, instance, true, LaunchLog.SILENT))
			.satisfies((ex) -> assertThat(ex.remedy()).contains("end it by hand"));
		assertThat(instance.worktree()).exists();
	}

	@Test
	void stopWhenTheContainerIsGoneIsDone() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.memory.remove(container(instance));
		this.lifecycle.stop(instance, LaunchLog.SILENT);
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.MISSING);
	}

	@Test
	void removeTakesAllButTheBranch() {
		Instance instance = this.sandbox.ensure();
		List<String> told = new ArrayList<>();
		this.sandbox.lifecycle(new Told("saved", BeforeEnd.Turn.KEEPS_CONTENT, told))
			.remove(this.sandbox.repository, instance, true, this.sandbox.log);
		assertThat(told).containsExactly("saved");
		assertThat(this.sandbox.log.told).containsExactly("looking", "removing container", "removing worktree");
		assertThat(this.sandbox.containersNow()).isEmpty();
		assertThat(instance.worktree()).doesNotExist();
		assertThat(folder(instance)).doesNotExist();
		assertThat(branches()).contains("feat/x");
	}

	@Test
	void removeWhenTheContainerCannotBeSavedTellsAndGoesOn() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.lifecycle(new Unsaved()).remove(this.sandbox.repository, instance, true, this.sandbox.log);
		assertThat(this.sandbox.log.told).containsExactly("looking", "not saved: it is full", "removing container",
				"removing worktree");
		assertThat(this.sandbox.containersNow()).isEmpty();
	}

	@Test
	void removeWhenAnyCallFailsCanBeDoneAgain() {
		for (int step = 1; step <= 3; step++) {
			Instance instance = this.sandbox.ensure();
			this.sandbox.engine.failAt(step);
			assertThatExceptionOfType(EngineException.class)
				.isThrownBy(() -> this.lifecycle.remove(this.sandbox.repository, instance, true, LaunchLog.SILENT));
			assertThat(instance.worktree()).exists();
			assertThat(folder(instance)).exists();
			this.lifecycle.remove(this.sandbox.repository, instance, true, LaunchLog.SILENT);
			assertThat(this.sandbox.engine.calls()).hasSizeGreaterThan(3);
			assertThat(this.sandbox.containersNow()).isEmpty();
			assertThat(instance.worktree()).doesNotExist();
		}
	}

	@Test
	void unsavedWorkIsThatOfTheWorktree() throws IOException {
		Instance instance = this.sandbox.ensure();
		assertThat(this.lifecycle.unsavedWork(this.sandbox.repository, instance, LaunchLog.SILENT).none()).isTrue();
		Files.writeString(instance.worktree().resolve("work"), "work");
		assertThat(this.lifecycle.unsavedWork(this.sandbox.repository, instance, LaunchLog.SILENT).uncommittedFiles())
			.isEqualTo(1);
		this.sandbox.worktrees.remove(this.sandbox.repository, worktree(), true);
		assertThat(this.lifecycle.unsavedWork(this.sandbox.repository, instance, LaunchLog.SILENT).none()).isTrue();
	}

	@Test
	void ensureTellsOfProxiesOutOfReachWhereAContainerIsMade() {
		this.sandbox.memory.configureDeadProxies(List.of("HTTP_PROXY"));
		this.lifecycle.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).contains("out of reach [HTTP_PROXY]");
		this.sandbox.log.told.clear();
		this.lifecycle.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).doesNotContain("out of reach [HTTP_PROXY]");
	}

	@Test
	void everyChangeHoldsTheLock() {
		List<String> locked = new ArrayList<>();
		InstanceLifecycle lifecycle = this.sandbox.lifecycle(new Told("before the end", BeforeEnd.Turn.KEEPS_CONTENT,
				new ArrayList<>(), () -> locked.add("before the end " + isLocked())));
		RecordingLocks log = new RecordingLocks(locked);
		Instance instance = lifecycle.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL,
				log);
		lifecycle.stop(instance, log);
		lifecycle.start(this.sandbox.now(), log);
		lifecycle.recreate(this.sandbox.repository, instance, null, log);
		lifecycle.remove(this.sandbox.repository, instance, true, log);
		assertThat(locked).containsExactly("creating true", "before the end true", "stopping true", "starting true",
				"creating true", "before the end true", "stopping true", "starting true", "before the end true",
				"removing true");
	}

	@Test
	void anInstanceStaysWhereItIsWhenTheStorageFoldersChange() {
		Instance instance = this.sandbox.ensure();
		Path former = folder(instance);
		HostPaths paths = new HostPaths(former, former.resolveSibling("w"), former.resolveSibling("s"), former);
		Worktrees worktrees = new Worktrees(this.sandbox.git, paths.worktrees());
		Instances instances = TestInstances.of(this.sandbox.memory, worktrees, paths);
		InstanceLifecycle now = TestInstances.lifecycle(instances, worktrees, this.sandbox.memory,
				InstanceSandbox.IMAGE, List.of());
		assertThat(instances.folder(instances.get(this.sandbox.repository, "feat/x")).path()).isEqualTo(former);
		now.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, LaunchLog.SILENT);
		Instance recreated = now.recreate(this.sandbox.repository, instances.get(this.sandbox.repository, "feat/x"),
				null, LaunchLog.SILENT);
		assertThat(recreated.worktree()).isEqualTo(instance.worktree());
		assertThat(recreated.container()).isNotEqualTo(instance.container());
		assertThat(instances.folder(recreated).path()).isEqualTo(former);
		assertThat(paths.sessions()).doesNotExist();
		now.remove(this.sandbox.repository, recreated, true, LaunchLog.SILENT);
		assertThat(this.sandbox.containersNow()).isEmpty();
		assertThat(former).doesNotExist();
		assertThat(this.sandbox.worktrees.all()).isEmpty();
	}

	private boolean isLocked() {
		try (InstanceLock _ = InstanceLock.acquire(this.sandbox.instances.folder(id()).path().resolve("lock"))
			.orElseThrow()) {
			return false;
		}
		catch (OverlappingFileLockException _) {
			return true;
		}
	}

	private Instance ensure(@Nullable String image) {
		return this.lifecycle.ensure(this.sandbox.repository, InstanceSandbox.BRANCH,
				new ContainerOrder(image, null, null), this.sandbox.log);
	}

	/**
	 * How many calls of the engine an instance takes.
	 */
	private int steps() {
		this.sandbox.engine.heal();
		this.sandbox.ensure();
		int steps = this.sandbox.engine.calls().size();
		removeAll();
		return steps;
	}

	private void removeAll() {
		this.processes.failAt(0);
		this.sandbox.engine.heal();
		this.sandbox.instances.find(this.sandbox.repository, "feat/x")
			.ifPresent((instance) -> this.lifecycle.remove(this.sandbox.repository, instance, true, LaunchLog.SILENT));
		if (branches().contains("feat/x")) {
			this.sandbox.git.git(this.sandbox.repository.root(), "branch", "--delete", "--force", "feat/x");
		}
	}

	private Instance stopped() {
		Instance instance = this.sandbox.ensure();
		this.sandbox.memory.stop(container(instance), Duration.ZERO);
		return this.sandbox.now();
	}

	private static String container(Instance instance) {
		return Objects.requireNonNull(instance.container());
	}

	private InstanceId id() {
		return InstanceId.of(this.sandbox.repository.id(), InstanceSandbox.BRANCH);
	}

	private Path folder(Instance instance) {
		return this.sandbox.instances.folder(instance.id()).path();
	}

	private Worktree worktree() {
		return this.sandbox.worktrees.find(this.sandbox.repository, InstanceSandbox.BRANCH).orElseThrow();
	}

	private String branches() {
		return this.sandbox.git.git(this.sandbox.repository.root(), "branch", "--list");
	}

	private void assertNothingIsLeft() {
		assertThat(this.sandbox.containersNow()).as(this.sandbox.engine.calls().toString()).isEmpty();
		assertThat(this.sandbox.instances.folder(id()).path()).doesNotExist();
		assertThat(this.sandbox.worktrees.all()).isEmpty();
		assertThat(this.sandbox.paths.worktrees().resolve(this.sandbox.repository.id())).doesNotExist();
		assertThat(branches()).doesNotContain("feat/x");
	}

	private record Told(String what, BeforeEnd.Turn turn, List<String> told, Runnable look) implements BeforeEnd {

		Told(String what, BeforeEnd.Turn turn, List<String> told) {
			this(what, turn, told, () -> {
			});
		}

		@Override
		public void beforeEnd(Instance instance, LaunchLog log) {
			this.told.add(this.what);
			this.look.run();
		}

	}

	private record Unsaved() implements BeforeEnd {

		@Override
		public Turn turn() {
			return Turn.KEEPS_CONTENT;
		}

		@Override
		public void beforeEnd(Instance instance, LaunchLog log) {
			throw new InstanceException(FailureKind.FAILED, "it is full", null);
		}

	}

	private final class RecordingLocks implements LaunchLog {

		private final List<String> locked;

		RecordingLocks(List<String> locked) {
			this.locked = locked;
		}

		@Override
		public void creatingContainer(String image) {
			this.locked.add("creating " + isLocked());
		}

		@Override
		public void startingContainer() {
			this.locked.add("starting " + isLocked());
		}

		@Override
		public void stoppingContainer() {
			this.locked.add("stopping " + isLocked());
		}

		@Override
		public void removingContainer() {
			this.locked.add("removing " + isLocked());
		}

	}

}
