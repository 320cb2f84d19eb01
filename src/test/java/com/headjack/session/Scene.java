package com.headjack.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.TestCredentials;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.engine.ContainerState;
import com.headjack.host.HostPaths;
import com.headjack.host.HostUser;
import com.headjack.injection.InjectionPlanner;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.instance.Instances;
import com.headjack.instance.TestInstances;
import com.headjack.renewal.Renewals;
import com.headjack.renewal.TestRenewals;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;
import com.headjack.trust.Trust;
import com.headjack.trust.TrustQuestion;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Worktrees;

/**
 * A running instance whose engine answers as it is told, and whose files are real.
 */
final class Scene {

	static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	static final String BOOT = "first-boot";

	final ScriptedEngine engine = new ScriptedEngine();

	final InMemorySecretStore store = new InMemorySecretStore();

	final CredentialRepository credentials = TestCredentials.in(new StoreSelector(List.of(this.store), null));

	final Instances instances;

	final Instance instance;

	final Sessions sessions;

	final SessionFiles files;

	final Renewals renewals;

	final LaunchPlanner planner;

	final Trust trust;

	/**
	 * The answer of the user who is asked about settings of the repository.
	 */
	TrustQuestion question = (_, _) -> TrustQuestion.Answer.NOBODY;

	Scene(Path folder) throws IOException {
		Path worktree = Files.createDirectories(folder.resolve("worktree"));
		HostPaths paths = new HostPaths(folder, folder, folder.resolve("sessions"), folder.resolve("history"));
		this.instances = TestInstances.of(this.engine, new Worktrees((_) -> {
			throw new UnsupportedOperationException();
		}, folder), paths);
		this.trust = Trust.of(paths);
		this.instance = instance(worktree, InstanceStatus.RUNNING);
		this.sessions = new Sessions(this.instances, new OutputFetch(this.engine, InstantSource.system()));
		this.files = this.sessions.files(this.instance);
		Files.createDirectories(folder().out());
		boot(BOOT);
		runs(true);
		this.renewals = TestRenewals.of(this.instances, this.credentials, this.engine);
		this.planner = new LaunchPlanner(TestAgents.builtIn(), this.credentials, TestAgents.configured(Map.of()),
				new InjectionPlanner(), this.renewals);
	}

	private static Instance instance(Path worktree, InstanceStatus status) {
		return new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), "repository", null, worktree,
				status, "container", "sample", NOW, null, null, false);
	}

	/**
	 * The instance as it is once it has been stopped.
	 */
	Instance stopped() {
		return instance(this.instance.worktree(), InstanceStatus.STOPPED);
	}

	InstanceFolder folder() {
		return this.instances.folder(this.instance.id());
	}

	String user() {
		return HostUser.ownerOf(this.instance.worktree()).toString();
	}

	/**
	 * Has the engine tell of the container.
	 */
	void runs(boolean running) {
		this.engine.containers.clear();
		this.engine.containers.add(new ContainerState("container", "hjk", "sample", running, false, NOW,
				Map.of("com.headjack.id", this.instance.id().value(), "com.headjack.branch", "feat/x",
						"com.headjack.repository-id", "repository", "com.headjack.worktree",
						this.instance.worktree().toString())));
	}

	void boot(String text) throws IOException {
		Files.writeString(folder().boot(), text + "\n");
	}

	/**
	 * Puts down what the container does: an exit code, or a part of a log.
	 */
	Path out(String file, String content) throws IOException {
		return Files.writeString(folder().out().resolve(file), content);
	}

	SessionRecord record(String name) {
		return record(name, "exec", null);
	}

	/**
	 * Keeps the record of a session that runs until the container says otherwise.
	 */
	SessionRecord record(String name, String type, @Nullable SessionLogin login) {
		SessionRecord record = new SessionRecord(name, type, NOW, NOW, login, BOOT);
		this.files.claim(record);
		return record;
	}

	Session session(String name) {
		return this.sessions.get(this.instance, name);
	}

	void login(String agent, LoginMethod method, String value) {
		try (Credential credential = new Credential(method, Secret.of(value))) {
			this.credentials.put(Account.of(new AgentId(agent), null), credential);
		}
	}

	SessionLauncher launcher() {
		return new SessionLauncher(this.engine, clock(), new Random(1), LogLimit.parse("2"));
	}

	SessionLifecycle lifecycle() {
		return new SessionLifecycle(this.instances, this.sessions, this.planner, launcher(),
				new ExpiryGuard(new ExpiryWatch(TestAgents.builtIn(), clock())),
				new LoginGuard(this.trust, this.question), this.engine, clock());
	}

	private static Clock clock() {
		return Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
	}

	/**
	 * A watch of a session by a clock that stands in the array.
	 */
	SessionWatch watch(String name, Instant[] clock) {
		InstantSource source = () -> clock[0];
		return new SessionWatch(this.sessions, this.instance, session(name), source);
	}

}
