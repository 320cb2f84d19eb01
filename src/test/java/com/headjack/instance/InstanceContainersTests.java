package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.InMemoryImage;
import com.headjack.worktree.Worktree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InstanceContainersTests {

	private InstanceSandbox sandbox;

	private InstanceContainers containers;

	private Worktree worktree;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.containers = this.sandbox.containers();
		this.worktree = this.sandbox.worktrees.create(this.sandbox.repository, InstanceSandbox.BRANCH).worktree();
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void requireImageWhenItIsThereFetchesNothing() {
		this.containers.requireImage("sample", this.sandbox.log);
		assertThat(this.sandbox.engine.calls()).containsExactly(Call.FIND_IMAGE);
		assertThat(this.sandbox.log.told).isEmpty();
	}

	@Test
	void requireImageWhenItIsElsewhereFetchesIt() {
		this.sandbox.memory.publish(InMemoryImage.of("new:1"));
		this.containers.requireImage("new:1", this.sandbox.log);
		assertThat(this.sandbox.memory.findImage("new:1")).isPresent();
		assertThat(this.sandbox.log.told).containsExactly("pulling new:1");
		assertThatExceptionOfType(ImageNotFoundException.class)
			.isThrownBy(() -> this.containers.requireImage("absent:1", this.sandbox.log));
	}

	@Test
	void makeGivesAContainerThatSeesTheWorktreeAndWhoCommits() {
		Instance instance = make();
		assertThat(instance.image()).isEqualTo(InstanceSandbox.IMAGE);
		assertThat(sh(instance, "cat /workspace/readme; git config user.name; git config gc.auto"))
			.isEqualTo("readmeAda L\n0\n");
		assertThat(this.sandbox.instances.folder(instance.id()).out().resolve("boot")).exists();
	}

	@Test
	void makeWhenTheEngineGoesTellsTheFirstFailure() {
		this.sandbox.engine.vanish();
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(this::make)
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
	}

	@Test
	void replaceNamesTheNewContainerApart() {
		Instance old = make();
		Instance replaced = replace(old);
		assertThat(this.sandbox.containersNow()).extracting(ContainerState::name)
			.allMatch((name) -> name.matches("hjk-" + old.id() + "-[0-9a-f]{8}"))
			.hasSize(1);
		assertThat(replaced.container()).isNotEqualTo(old.container());
	}

	@Test
	void replaceWhenTheOldOneWasStoppedAndTheNewOneFailsLeavesItStopped() {
		make();
		this.sandbox.memory.stop(Objects.requireNonNull(this.sandbox.now().container()), Duration.ZERO);
		Instance old = this.sandbox.now();
		this.sandbox.engine.failAt(Call.START, 1);
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> replace(old));
		assertThat(this.sandbox.now()).isEqualTo(old);
		assertThat(this.sandbox.containersNow()).hasSize(1);
	}

	@Test
	void replaceTakesAwayWhatAnInterruptedExchangeLeft() {
		Instance old = make();
		this.sandbox.engine.failAt(Call.REMOVE, 1);
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> replace(old));
		assertThat(this.sandbox.containersNow()).hasSize(2);
		this.sandbox.engine.heal();
		replace(this.sandbox.now());
		assertThat(this.sandbox.containersNow()).hasSize(1);
	}

	@Test
	void stopEndsWithTheContainerStopped() {
		this.containers.stop(make(), this.sandbox.log);
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.STOPPED);
		assertThat(this.sandbox.log.told).containsExactly("stopping");
	}

	@Test
	void removeWhenNoContainerIsThereIsDone() {
		this.containers.remove(new InstanceId("0123456789ab"), true, this.sandbox.log);
		assertThat(this.sandbox.log.told).containsExactly("removing container");
	}

	private Instance make() {
		return this.containers.make(this.sandbox.repository, this.worktree,
				this.sandbox.instances.folder(InstanceId.of(this.sandbox.repository.id(), InstanceSandbox.BRANCH)),
				new ContainerOrder(InstanceSandbox.IMAGE, null, null), this.sandbox.log);
	}

	private Instance replace(Instance old) {
		return this.containers.replace(this.sandbox.repository, this.worktree, old, InstanceSandbox.IMAGE,
				LaunchLog.SILENT);
	}

	private String sh(Instance instance, String script) {
		return this.sandbox.memory
			.exec(Objects.requireNonNull(instance.container()), ExecRequest.script(script, List.of()))
			.output();
	}

}
