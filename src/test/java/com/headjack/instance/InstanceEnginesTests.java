package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerConflictException;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ContainerState;
import com.headjack.engine.Engines;
import com.headjack.engine.EngineException;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.workspace.TestWorkspaces;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Instances of a user with several engines.
 */
class InstanceEnginesTests {

	private static final BranchName OTHER = BranchName.of("feat/other");

	@TempDir
	Path folder;

	private final InMemoryEngine memory = new InMemoryEngine();

	private final FailingEngine big = new FailingEngine(this.memory);

	private final List<String> asked = new ArrayList<>();

	private InstanceSandbox sandbox;

	private Engines engines;

	private String usual = Engines.LOCAL;

	private List<String> names = List.of("big");

	private FailingEngine local;

	private Instances instances;

	private InstanceLifecycle lifecycle;

	@BeforeEach
	void open() throws IOException {
		this.sandbox = new InstanceSandbox(this.folder);
		this.memory.add(InMemoryImage.of(InstanceSandbox.IMAGE).with("tmux", "exit 0"));
		this.local = new FailingEngine(this.sandbox.engine);
		this.engines = new Engines(() -> this.names, () -> this.usual,
				(name) -> name.equals(Engines.LOCAL) ? this.local : this.big);
		this.instances = new Instances(this.engines, this.sandbox.worktrees, this.sandbox.paths);
		this.lifecycle = new InstanceLifecycle(this.instances, this.sandbox.worktrees,
				new EngineContainers(this.engines,
						(one) -> new InstanceContainers(this.instances, this.sandbox.worktrees, one,
								new ContainerPreparation(one, InstanceSandbox.script("prepare.sh"),
										InstanceSandbox.script("git.sh")),
								new ContainerGit(this.sandbox.worktrees, one, InstanceSandbox.script("git.sh")),
								new CopiedWork(this.sandbox.worktrees,
										TestWorkspaces.of(this.engines.routed(), this.sandbox.worktrees)),
								new ContainerSettings(InstanceSandbox.IMAGE, RuntimeOptions.none()), List.of())));
	}

	@AfterEach
	void close() throws IOException {
		this.engines.close();
		this.sandbox.close();
	}

	private Instance ensure(BranchName branch, @Nullable String engine) {
		return this.lifecycle.ensure(this.sandbox.repository, branch, new ContainerOrder(null, engine, null),
				LaunchLog.SILENT);
	}

	@Test
	void anInstanceIsFoundAgainOnItsEngine() {
		Instance made = ensure(InstanceSandbox.BRANCH, "big");
		assertThat(made.engine()).isEqualTo("big");
		assertThat(this.memory.list(Map.of())).hasSize(1);
		Instance found = this.instances.get(this.sandbox.repository, InstanceSandbox.BRANCH.toString());
		assertThat(found.container()).isEqualTo(made.container());
		this.lifecycle.stop(found, LaunchLog.SILENT);
		assertThat(this.lifecycle.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL,
				LaunchLog.SILENT))
			.returns(made.container(), Instance::container)
			.returns(InstanceStatus.RUNNING, Instance::status);
		this.lifecycle.remove(this.sandbox.repository, found, false, LaunchLog.SILENT);
		assertThat(this.memory.list(Map.of())).isEmpty();
		assertThat(this.instances.on("big")).isZero();
	}

	@Test
	void theConfiguredEngineIsThatOfNewInstances() {
		ensure(InstanceSandbox.BRANCH, null);
		this.usual = "big";
		assertThat(ensure(OTHER, null).engine()).isEqualTo("big");
		assertThat(ensure(InstanceSandbox.BRANCH, null).engine()).isEqualTo("local");
		assertThat(this.instances.of(this.sandbox.repository)).extracting(Instance::engine)
			.containsExactly("big", "local");
	}

	@Test
	void anEngineThatDoesNotAnswerHidesOnlyItsOwnInstances() {
		ensure(InstanceSandbox.BRANCH, "big");
		ensure(OTHER, "local");
		this.big.vanish();
		FoundInstances found = this.instances.in(this.sandbox.repository);
		assertThat(found.silent()).containsOnlyKeys("big");
		assertThat(found.instances()).extracting(Instance::status)
			.containsExactly(InstanceStatus.RUNNING, InstanceStatus.UNREACHABLE);
		assertThat(this.instances.get(this.sandbox.repository, OTHER.toString()).running()).isTrue();
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.instances.get(this.sandbox.repository, InstanceSandbox.BRANCH.toString()));
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ensure(InstanceSandbox.BRANCH, null));
		assertThat(this.sandbox.containersNow()).hasSize(1);
	}

	@Test
	void whereTheEngineIsForgottenAllAreAsked() throws IOException {
		Instance made = ensure(InstanceSandbox.BRANCH, "big");
		Files.delete(this.instances.folder(made).path().resolve("engine"));
		assertThat(this.instances.get(this.sandbox.repository, InstanceSandbox.BRANCH.toString()).container())
			.isEqualTo(made.container());
		assertThat(this.instances.on("big")).isEqualTo(1);
	}

	@Test
	void aNewBranchAsksOnlyTheEngineThatItIsMadeOn() {
		this.local.vanish();
		assertThat(ensure(InstanceSandbox.BRANCH, "big").engine()).isEqualTo("big");
		this.usual = "big";
		assertThat(ensure(OTHER, null).engine()).isEqualTo("big");
	}

	@Test
	void aContainerThatCannotBeMadeElsewhereLeavesTheInstanceWhereItWas() {
		Instance made = ensure(InstanceSandbox.BRANCH, null);
		this.sandbox.engine.remove(Objects.requireNonNull(made.container()));
		this.big.vanish();
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ensure(InstanceSandbox.BRANCH, "big"));
		assertThat(ensure(InstanceSandbox.BRANCH, null).engine()).isEqualTo("local");
	}

	@Test
	void anOldInstanceOnASilentEngineGetsNoSecondContainer() throws IOException {
		Instance made = ensure(InstanceSandbox.BRANCH, null);
		Files.delete(this.instances.folder(made).path().resolve("engine"));
		this.usual = "big";
		this.local.vanish();
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> ensure(InstanceSandbox.BRANCH, null));
		assertThat(this.memory.list(Map.of())).isEmpty();
	}

	@Test
	void anInstanceThatIsNotWhereItWasIsLookedForEverywhere() throws IOException {
		Instance made = ensure(InstanceSandbox.BRANCH, "big");
		Path index = this.instances.folder(made).path().resolve("engine");
		Files.writeString(index, "local\n");
		assertThat(ensure(InstanceSandbox.BRANCH, null).container()).isEqualTo(made.container());
		assertThat(index).hasContent("big");
		Files.writeString(index, "local\n");
		assertThat(this.instances.in(this.sandbox.repository).instances()).extracting(Instance::container)
			.containsExactly(made.container());
		assertThat(index).hasContent("big");
		assertThat(this.sandbox.containersNow()).isEmpty();
	}

	@Test
	void aContainerOfTheSameNameIsNotRemoved() {
		String container = this.memory.create(new ContainerSpec("hjk-" + id(), InstanceSandbox.IMAGE, "0:0", "/",
				List.of("sleep", "infinity"), Map.of(),
				Map.of(Labels.ID, id().value(), Labels.REPOSITORY_ID, "another"), List.of(), RuntimeOptions.none()));
		assertThatExceptionOfType(ContainerConflictException.class)
			.isThrownBy(() -> ensure(InstanceSandbox.BRANCH, "big"));
		assertThat(this.memory.list(Map.of())).extracting(ContainerState::id).containsExactly(container);
	}

	private InstanceId id() {
		return InstanceId.of(this.sandbox.repository.id(), InstanceSandbox.BRANCH);
	}

	@Test
	void anEngineThatComesBackDoesNotHideTheNewContainer() {
		Instance former = ensure(InstanceSandbox.BRANCH, "big");
		this.instances.forget("big");
		this.names = List.of();
		Instance made = ensure(InstanceSandbox.BRANCH, "local");
		this.names = List.of("big");
		assertThat(this.instances.all()).extracting(Instance::container).containsExactly(made.container());
		assertThat(this.memory.list(Map.of())).hasSize(1);
		assertThat(former.container()).isNotEqualTo(made.container());
	}

	@Test
	void whoForgetsAnEngineForgetsTheVolumesThere() {
		this.memory.seeNoFiles();
		assertThat(ensure(InstanceSandbox.BRANCH, "big").copied()).isTrue();
		this.instances.forget("big");
		this.names = List.of();
		assertThat(ensure(InstanceSandbox.BRANCH, null)).returns(false, Instance::copied)
			.returns("local", Instance::engine);
	}

	@Test
	void whoSeesAnotherUsersInstanceWritesNothingInTheirFolder() throws IOException {
		Instance made = ensure(InstanceSandbox.BRANCH, null);
		Path theirs = this.instances.folder(made).path().resolve("engine");
		Files.delete(theirs);
		Path other = this.folder.resolve("other");
		Instances others = new Instances(this.engines, this.sandbox.worktrees, new HostPaths(other.resolve("config"),
				other.resolve("worktrees"), other.resolve("sessions"), other.resolve("history")));
		assertThat(others.all()).extracting(Instance::container).containsExactly(made.container());
		assertThat(theirs).doesNotExist();
	}

	@Test
	void aFolderThatCannotBeWrittenKeepsNobodyFromWorking() throws IOException {
		Path index = this.sandbox.paths.sessions().resolve(id().value()).resolve("engine");
		Files.createDirectories(index);
		assertThat(ensure(InstanceSandbox.BRANCH, null).running()).isTrue();
		assertThat(ensure(InstanceSandbox.BRANCH, null).engine()).isEqualTo("local");
	}

	@Test
	void anEngineWithTwoNamesHasEachInstanceOnce() {
		this.names = List.of("big", "large");
		ensure(InstanceSandbox.BRANCH, "big");
		ensure(OTHER, "large");
		assertThat(this.instances.in(this.sandbox.repository).instances()).extracting(Instance::engine)
			.containsExactlyInAnyOrder("big", "large");
		assertThat(this.instances.all()).extracting(Instance::engine).containsExactlyInAnyOrder("big", "large");
	}

	@Test
	void whoForgetsAnEngineForgetsItsInstances() {
		ensure(InstanceSandbox.BRANCH, "big");
		this.names = List.of();
		this.big.vanish();
		assertThat(this.instances.everywhere().instances()).extracting(Instance::status)
			.containsExactly(InstanceStatus.UNREACHABLE);
		this.instances.forget("big");
		assertThat(this.instances.everywhere().instances()).extracting(Instance::status)
			.containsExactly(InstanceStatus.MISSING);
		assertThat(ensure(InstanceSandbox.BRANCH, null).engine()).isEqualTo("local");
	}

	@Test
	void whoUsesAnotherEngineNeedsNoneOfThisMachine() {
		this.usual = "big";
		ensure(InstanceSandbox.BRANCH, null);
		this.local.vanish();
		assertThat(this.instances.everywhere().silent()).isEmpty();
		this.usual = Engines.LOCAL;
		assertThat(this.instances.everywhere().silent()).containsOnlyKeys("local");
	}

	@Test
	void aBranchThatHasAnInstanceElsewhereGetsNoSecondOne() {
		Instance made = ensure(InstanceSandbox.BRANCH, "big");
		LaunchLog log = new LaunchLog() {
			@Override
			public void engineKept(Instance instance) {
				InstanceEnginesTests.this.asked.add(instance.engine());
			}
		};
		assertThat(this.lifecycle
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, new ContainerOrder(null, "local", null), log)
			.container()).isEqualTo(made.container());
		assertThat(this.asked).containsExactly("big");
		assertThat(this.sandbox.containersNow()).isEmpty();
	}

}
