package com.headjack.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.TestCredentials;
import com.headjack.engine.ContainerState;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.host.HostPaths;
import com.headjack.host.HostUser;
import com.headjack.instance.ContainerOrder;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.Instances;
import com.headjack.instance.TestInstances;
import com.headjack.secret.Secret;
import com.headjack.session.Program;
import com.headjack.session.ProgramLog;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.SessionName;
import com.headjack.session.Sessions;
import com.headjack.session.TestSessions;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;
import com.headjack.trust.Trust;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.GitSandbox;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * All that work needs: real git, and containers that get ready, but whose tmux only says
 * that it has started a session.
 */
final class Workshop implements AutoCloseable {

	static final BranchName BRANCH = BranchName.of("feat/x");

	static final Program CODEX = new Program.Agent("codex", null, "do it", List.of());

	final InMemoryEngine memory = new InMemoryEngine();

	final FailingEngine engine = new FailingEngine(this.memory);

	final List<String> told = new ArrayList<>();

	final ProgramLog log = new ToldLog(this.told);

	final GitSandbox git;

	final Repository repository;

	final Instances instances;

	final Sessions sessions;

	final Work work;

	final WorkEnd end;

	private final HostPaths paths;

	private final Worktrees worktrees;

	private final CredentialRepository credentials = TestCredentials
		.in(new StoreSelector(List.of(new InMemorySecretStore()), null));

	Workshop(Path folder) throws IOException {
		Path real = folder.toRealPath();
		this.git = new GitSandbox(real);
		this.paths = new HostPaths(real.resolve("configuration"), real.resolve("worktrees"), real.resolve("sessions"),
				real.resolve("history"));
		this.worktrees = new Worktrees(this.git, this.paths.worktrees());
		this.repository = this.worktrees.repository(this.git.repository(real.resolve("repository")));
		this.memory.add(InMemoryImage.of(InMemoryEngine.IMAGE).with("tmux", "exit 0").with("codex", "exit 0"));
		this.instances = TestInstances.of(this.engine, this.worktrees, this.paths);
		this.sessions = TestSessions.of(this.instances, this.engine);
		InstanceLifecycle lifecycle = TestInstances.lifecycle(this.instances, this.worktrees, this.engine,
				InMemoryEngine.IMAGE, List.of(TestSessions.ending(this.instances, this.engine)));
		SessionLifecycle programs = TestSessions.lifecycle(this.instances, this.credentials, this.engine,
				Trust.of(this.paths));
		this.work = new Work(lifecycle, programs);
		this.end = new WorkEnd(lifecycle, this.sessions, programs);
	}

	void login() {
		try (Credential credential = new Credential(LoginMethod.API_KEY, Secret.of("sk-proj-FAKE-CANARY"))) {
			this.credentials.put(Account.of(new AgentId("codex"), null), credential);
		}
	}

	Assignment assignment(Program program) {
		return new Assignment(this.repository, BRANCH, ContainerOrder.USUAL, program, SessionName.of("a"));
	}

	Instance open() {
		this.work.open(this.repository, BRANCH, ContainerOrder.USUAL, this.log);
		return now().orElseThrow();
	}

	/**
	 * The instance as it is now, of which the engine's calls are not counted.
	 */
	Optional<Instance> now() {
		return TestInstances.of(this.memory, this.worktrees, this.paths).find(this.repository, BRANCH.toString());
	}

	/**
	 * Takes the container of an instance away, as another program could.
	 */
	void removeContainer(Instance instance) {
		this.memory.remove(Objects.requireNonNull(instance.container()));
	}

	List<ContainerState> containers() {
		return this.memory.list(Map.of());
	}

	/**
	 * Runs a command of the user's in an instance.
	 */
	String inside(Instance instance, String command) {
		return this.memory
			.exec(Objects.requireNonNull(instance.container()),
					ExecRequest.script(command, List.of()).as(HostUser.ownerOf(instance.worktree())))
			.output();
	}

	boolean branchExists() {
		return !this.git.git(this.repository.root(), "branch", "--list", BRANCH.toString()).isBlank();
	}

	/**
	 * Whether the host keeps anything of an instance.
	 */
	boolean anythingKept() throws IOException {
		if (Files.notExists(this.paths.sessions())) {
			return false;
		}
		try (Stream<Path> folders = Files.list(this.paths.sessions())) {
			return folders.findAny().isPresent();
		}
	}

	@Override
	public void close() {
		this.memory.close();
	}

}
