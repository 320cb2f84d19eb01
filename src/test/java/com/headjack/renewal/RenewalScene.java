package com.headjack.renewal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.TestCredentials;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.host.HostPaths;
import com.headjack.instance.ContainerOrder;
import com.headjack.instance.BeforeEnd;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.Instances;
import com.headjack.instance.LaunchLog;
import com.headjack.instance.TestInstances;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.GitSandbox;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * Instances of a real repository, with an engine in memory that runs the real scripts,
 * and a stored login of Codex.
 */
final class RenewalScene implements AutoCloseable {

	static final String FILE = ".codex/auth.json";

	static final Account ACCOUNT = new Account(new AgentId("codex"), "work");

	static final AgentProfile CODEX = TestAgents.builtIn().get("codex");

	private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImZha2UifQ.FAKE";

	final InMemoryEngine engine = new InMemoryEngine();

	final CredentialRepository credentials = TestCredentials
		.in(new StoreSelector(List.of(new InMemorySecretStore()), null));

	final Instances instances;

	final Renewals renewals;

	final HostPaths paths;

	private final Worktrees worktrees;

	private final Repository repository;

	RenewalScene(Path folder) throws IOException {
		GitSandbox git = new GitSandbox(folder.toRealPath());
		this.paths = new HostPaths(folder.resolve("configuration"), folder.resolve("worktrees"),
				folder.resolve("sessions"), folder.resolve("history"));
		this.worktrees = new Worktrees(git, this.paths.worktrees());
		this.repository = this.worktrees.repository(git.repository(folder.resolve("repo")));
		this.instances = TestInstances.of(this.engine, this.worktrees, this.paths);
		this.renewals = TestRenewals.of(this.instances, this.credentials, this.engine, this.paths);
		this.engine.add(InMemoryImage.of(InMemoryEngine.IMAGE).with("tmux", "exit 0"));
		store(ACCOUNT, login("FAKE-a", "first", 1));
	}

	InstanceLifecycle lifecycle(BeforeEnd... beforeEnds) {
		return TestInstances.lifecycle(this.instances, this.worktrees, this.engine, InMemoryEngine.IMAGE,
				List.of(beforeEnds));
	}

	Instance instance(String branch) {
		return lifecycle().ensure(this.repository, BranchName.of(branch), ContainerOrder.USUAL, LaunchLog.SILENT);
	}

	/**
	 * An instance whose container has the login as a session would put it there.
	 */
	Instance holding(String branch, String content) throws IOException {
		Instance instance = instance(branch);
		this.renewals.prepare(instance, CODEX, ACCOUNT, LoginMethod.SUBSCRIPTION);
		Files.createDirectories(file(instance).getParent());
		Files.createDirectories(place(instance).getParent());
		Files.writeString(file(instance), content);
		Files.writeString(given(instance), content);
		Files.writeString(file(instance, ".place"), place(instance).toString());
		Files.createSymbolicLink(place(instance), file(instance));
		return instance;
	}

	Path file(Instance instance) {
		return file(instance, "");
	}

	Path given(Instance instance) {
		return file(instance, ".given");
	}

	private Path file(Instance instance, String ending) {
		return resolve(instance, "/run/headjack/" + FILE + ending);
	}

	Path place(Instance instance) {
		return resolve(instance, "/home/agent/" + FILE);
	}

	private Path resolve(Instance instance, String path) {
		return this.engine.resolve(Objects.requireNonNull(instance.container()), path);
	}

	void store(Account account, String content) {
		store(this.credentials, account, content);
	}

	static void store(CredentialRepository credentials, Account account, String content) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(content))) {
			credentials.put(account, credential);
		}
	}

	String stored() {
		try (Credential credential = this.credentials.get(ACCOUNT)) {
			return credential.value().reveal();
		}
	}

	static String login(String identity, String refresh, int day) {
		return "{\"tokens\":{\"id_token\":\"%s\",\"access_token\":\"%s\",\"refresh_token\":\"FAKE-CANARY-%s\",\"account_id\":\"%s\"},\"last_refresh\":\"2026-01-0%sT00:00:00Z\"}"
			.formatted(TOKEN, TOKEN, refresh, identity, day);
	}

	@Override
	public void close() {
		this.engine.close();
	}

}
