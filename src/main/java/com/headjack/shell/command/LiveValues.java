package com.headjack.shell.command;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.configuration.Configuration;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.engine.Engines;
import com.headjack.credential.Account;
import com.headjack.credential.AccountIndex;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.KnownVariable;
import com.headjack.host.SystemText;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.process.ProcessRunner;
import com.headjack.session.KnownSessions;
import com.headjack.store.StoreNames;
import com.headjack.trust.Agreement;
import com.headjack.trust.Trust;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.RepositoryFiles;
import com.headjack.worktree.Worktrees;

/**
 * Completion words that change over time, read from files on this machine. No other
 * program is asked: an engine and git are slow, and a secret store may prompt.
 */
final class LiveValues {

	private final HostEnvironment host;

	LiveValues(HostEnvironment host) {
		this.host = host;
	}

	Stream<String> agents() {
		return listed(() -> AgentCatalog.of(HostPaths.of(this.host)).ids().stream().map(AgentId::value));
	}

	/**
	 * The accounts that are logged in.
	 * @param arguments the arguments before the word; if there are any, only accounts of
	 * the agents among them are listed
	 * @return the names of the accounts
	 */
	Stream<String> accounts(List<String> arguments) {
		return listed(() -> AccountIndex.of(HostPaths.of(this.host))
			.accounts()
			.stream()
			.filter((account) -> arguments.isEmpty() || arguments.contains(account.agent().value()))
			.map(Account::label));
	}

	/**
	 * The user's agreements to settings of repositories.
	 */
	Stream<String> agreements() {
		return listed(() -> Stream.concat(Stream.of("all"),
				Trust.of(HostPaths.of(this.host)).agreements().stream().map(Agreement::shortId)));
	}

	/**
	 * The engines that the user named, after that of this machine.
	 */
	Stream<String> engines() {
		return listed(() -> Stream.concat(Stream.of(Engines.LOCAL),
				Configuration.of(this.host, this.host.variable(KnownVariable.HEADJACK_PROFILE), "engines")
					.names(Setting.ENGINE_ADDRESS)));
	}

	Stream<String> backends() {
		return StoreNames.ALL.stream();
	}

	Stream<String> configurationKeys() {
		return listed(() -> ConfigurationKey.vocabulary()
			.stream()
			.flatMap((key) -> (key.startsWith("engines.") ? engines().filter((engine) -> !engine.equals(Engines.LOCAL))
					: agents())
				.map((name) -> key.replace("<name>", name)))
			.distinct());
	}

	/**
	 * The values of a setting, if they are known.
	 * @param key the setting's key
	 */
	Stream<String> configurationValues(String key) {
		return listed(() -> {
			ConfigurationKey named = ConfigurationKey.parse(key);
			return switch (named.setting()) {
				case DEFAULT_AGENT -> agents();
				case DEFAULT_ENGINE -> engines();
				case AGENT_ACCOUNT, AGENT_REPOSITORIES -> accounts(named.agent().stream().toList());
				default -> named.setting().choices().stream();
			};
		});
	}

	/**
	 * The branches of the repository, those with an instance first. A name that is not
	 * UTF-8 cannot be an argument.
	 */
	Stream<String> branches() {
		return listed(() -> Stream
			.concat(branches(known()), repository().stream().flatMap((repository) -> repository.branches().stream()))
			.filter((branch) -> SystemText.flaw(SystemText.marked(branch)).isEmpty()));
	}

	/**
	 * The branches that have an instance.
	 */
	Stream<String> instances() {
		return listed(() -> branches(known()));
	}

	private static Stream<String> branches(List<Instance> instances) {
		return instances.stream()
			.flatMap((instance) -> Stream.of(instance.branch(), instance.checkedOut()))
			.filter(Objects::nonNull)
			.map(BranchName::toString)
			.distinct();
	}

	Stream<String> sessions(String branchOrId) {
		return listed(() -> known().stream()
			.filter((instance) -> instance.isNamed(branchOrId))
			.flatMap((instance) -> sessions(instance).all()));
	}

	Stream<String> runningSessions(String branchOrId) {
		return listed(() -> known().stream()
			.filter((instance) -> instance.isNamed(branchOrId))
			.flatMap((instance) -> sessions(instance).withoutExitCode()));
	}

	/**
	 * The branches with running sessions, each before its sessions.
	 */
	Stream<String> killable() {
		return listed(() -> known().stream().flatMap((instance) -> {
			List<String> running = sessions(instance).withoutExitCode().toList();
			return Stream.concat(running.stream().limit(1).map((_) -> instance.branch().toString()),
					running.stream().map((session) -> instance.branch() + "/" + session));
		}));
	}

	private KnownSessions sessions(Instance instance) {
		return KnownSessions.of(paths(), instance);
	}

	private List<Instance> known() {
		Worktrees worktrees = new Worktrees(ProcessRunner.ofSystem(this.host), paths().worktrees());
		return repository().map((files) -> Instances.known(worktrees, files.repository())).orElse(List.of());
	}

	private Optional<RepositoryFiles> repository() {
		return RepositoryFiles.of(this.host.workingDirectory());
	}

	private HostPaths paths() {
		Configuration settings = Configuration.of(this.host, this.host.variable(KnownVariable.HEADJACK_PROFILE),
				"storage");
		return HostPaths.of(this.host, text(settings, Setting.WORKTREES), text(settings, Setting.SESSIONS));
	}

	private static Optional<String> text(Configuration settings, Setting setting) {
		return settings.find(ConfigurationKey.parse(setting.pattern())).map((found) -> found.value().shown());
	}

	private static Stream<String> listed(Supplier<Stream<String>> words) {
		try {
			return words.get().toList().stream();
		}
		catch (HeadjackException | UncheckedIOException ex) {
			return Stream.of();
		}
	}

}
