package com.headjack.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerState;
import com.headjack.engine.Engines;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostPaths;
import com.headjack.process.ProcessRunner;
import com.headjack.workspace.TestWorkspaces;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.GitSandbox;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * A repository with real git, and an engine in memory, whose containers really get ready.
 */
final class InstanceSandbox implements AutoCloseable {

	static final BranchName BRANCH = BranchName.of("feat/x");

	static final String IMAGE = "sample:latest";

	final InMemoryEngine memory = new InMemoryEngine();

	final FailingEngine engine = new FailingEngine(this.memory);

	final RecordedLaunchLog log = new RecordedLaunchLog();

	final GitSandbox git;

	final HostPaths paths;

	final Worktrees worktrees;

	final Repository repository;

	final Instances instances;

	InstanceSandbox(Path folder) throws IOException {
		this(folder, new GitSandbox(folder.toRealPath()));
	}

	private InstanceSandbox(Path folder, GitSandbox git) throws IOException {
		this(folder.toRealPath(), git, git);
	}

	/**
	 * Creates a sandbox.
	 * @param folder an empty folder
	 * @param processes what git is run by
	 */
	InstanceSandbox(Path folder, GitSandbox git, ProcessRunner processes) throws IOException {
		this.git = git;
		this.paths = new HostPaths(folder.resolve("configuration"), folder.resolve("worktrees"),
				folder.resolve("sessions"), folder.resolve("history"));
		this.worktrees = new Worktrees(processes, this.paths.worktrees());
		this.repository = new Worktrees(git, this.paths.worktrees()).repository(git.repository(folder.resolve("repo")));
		this.instances = new Instances(Engines.of(this.engine), this.worktrees, this.paths);
		this.memory.add(InMemoryImage.of(IMAGE).with("tmux", "exit 0"));
	}

	InstanceLifecycle lifecycle(BeforeEnd... beforeEnds) {
		return new InstanceLifecycle(this.instances, this.worktrees,
				new EngineContainers(Engines.of(this.engine), (_) -> containers(beforeEnds)));
	}

	InstanceContainers containers(BeforeEnd... beforeEnds) {
		return new InstanceContainers(this.instances, this.worktrees, this.engine, preparation(),
				new ContainerGit(this.worktrees, this.engine, script("git.sh")),
				new CopiedWork(this.worktrees, TestWorkspaces.of(this.engine, this.worktrees)),
				new ContainerSettings(IMAGE, RuntimeOptions.none()), List.of(beforeEnds));
	}

	Instances instancesOf(ContainerEngine other) {
		return new Instances(Engines.of(other), this.worktrees, this.paths);
	}

	/**
	 * The same on another engine.
	 */
	InstanceLifecycle on(InMemoryEngine other) {
		return TestInstances.lifecycle(instancesOf(other), this.worktrees, other, IMAGE, List.of());
	}

	ContainerPreparation preparation() {
		return new ContainerPreparation(this.engine, script("prepare.sh"), script("git.sh"));
	}

	static String script(String name) {
		try (InputStream script = Objects.requireNonNull(InstanceLifecycle.class.getResourceAsStream(name))) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Makes the instance of {@link #BRANCH}.
	 */
	Instance ensure() {
		return lifecycle().ensure(this.repository, BRANCH, ContainerOrder.USUAL, LaunchLog.SILENT);
	}

	/**
	 * The instance of {@link #BRANCH} as it is now, which counts as no call.
	 */
	Instance now() {
		return new Instances(Engines.of(this.memory), this.worktrees, this.paths).get(this.repository,
				BRANCH.toString());
	}

	/**
	 * All containers, which counts as no call.
	 */
	List<ContainerState> containersNow() {
		return this.memory.list(Map.of());
	}

	@Override
	public void close() {
		this.memory.close();
	}

}
