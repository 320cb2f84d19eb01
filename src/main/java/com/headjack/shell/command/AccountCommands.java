package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.AccountRename;
import com.headjack.credential.CredentialRepository;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.journal.LoginEvent;
import com.headjack.journal.LoginJournal;
import com.headjack.journal.LoginPlace;
import com.headjack.renewal.HeldLogins;
import com.headjack.session.RecordedLogins;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * The commands for a user with several accounts.
 */
final class AccountCommands {

	private final AgentCatalog catalog;

	private final AccountChoice choice;

	private final AccountSettings settings;

	private final CredentialRepository repository;

	private final AccountRename rename;

	private final RecordedLogins recorded;

	private final HeldLogins held;

	private final Worktrees worktrees;

	private final HostEnvironment host;

	private final LoginJournal journal;

	private final Output output;

	AccountCommands(AgentCatalog catalog, AccountChoice choice, AccountSettings settings,
			CredentialRepository repository, AccountRename rename, HostPaths paths, Worktrees worktrees,
			HostEnvironment host, LoginJournal journal, Output output) {
		this.catalog = catalog;
		this.choice = choice;
		this.settings = settings;
		this.repository = repository;
		this.rename = rename;
		this.recorded = new RecordedLogins(paths);
		this.held = new HeldLogins(paths);
		this.worktrees = worktrees;
		this.host = host;
		this.journal = journal;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<AccountCommands> group = CommandGroup.of(AuthCommands.GROUP,
				() -> application.get(AccountCommands.class));
		return List.of(
				group.command("auth remove", "Remove a login")
					.takes(shared.agent())
					.with(shared.account())
					.examples("hjk auth remove codex", "hjk auth remove claude --account work")
					.calls(AccountCommands::remove),
				group.command("auth rename", "Rename an account")
					.takes(shared.agent(), Parameter.required("OLD", shared.live()::accounts),
							Parameter.required("NEW", Words.any()))
					.examples("hjk auth rename claude work acme", "hjk auth rename claude default private")
					.calls(AccountCommands::rename),
				group.command("auth default", "Set the account of an agent or a repository")
					.takes(shared.agent(), Parameter.optional("ACCOUNT", shared.live()::accounts))
					.with(Option.flag("here", ' ', "only in the repository of the current folder"),
							Option.flag("unset", 'u', "remove what was set"))
					.examples("hjk auth default claude work", "hjk auth default claude default",
							"hjk auth default claude work --here", "hjk auth default claude --here --unset")
					.calls(AccountCommands::useByDefault));
	}

	int remove(Invocation invocation) {
		AgentId agent = owner(invocation.required(0));
		Account account = this.choice.of(agent, invocation.option("account").orElse(null),
				new WorkingRepository(this.host).id().orElse(null));
		boolean removed = this.repository.remove(account);
		if (removed) {
			record(LoginEvent.Kind.REMOVED, account, null);
			this.output.result("Removed the credential for " + account.words());
		}
		else {
			this.output.result("No credential for " + account.words() + " was stored");
			this.repository.instead(account).ifPresent((hint) -> this.output.message("hint: " + hint));
		}
		forget(account, removed);
		return ExitCodes.DONE;
	}

	/**
	 * A default that is not there would keep every session from its start.
	 */
	private void forget(Account account, boolean removed) {
		List<ConfigurationKey> elsewhere = this.settings.elsewhere(account);
		if (this.settings.isDefault(account) && (removed || account.name() != null)) {
			new FormerDefault(account, this.settings.configured(), this.repository).line()
				.ifPresent(this.output::result);
			if (account.name() != null) {
				this.settings.useNoneByDefault(account.agent());
			}
		}
		this.settings.repositories(account).forEach((repository) -> {
			this.settings.unbind(account.agent(), repository);
			this.output.result("Repository %s was bound to it, and uses the default of %s now".formatted(repository,
					account.agent()));
		});
		warn(elsewhere, account);
	}

	int rename(Invocation invocation) {
		AgentId agent = owner(invocation.required(0));
		Account old = Account.of(agent, invocation.required(1));
		Account renamed = Account.of(agent, invocation.required(2));
		List<ConfigurationKey> elsewhere = this.settings.elsewhere(old);
		try (AccountRename.Copied copied = this.rename.copy(old, renamed)) {
			follow(old, renamed);
			copied.complete();
		}
		record(LoginEvent.Kind.MOVED, renamed, "from account \"%s\"".formatted(old.label()));
		this.output.result("Renamed account \"%s\" of %s to \"%s\"".formatted(old.label(), agent, renamed.label()));
		warn(elsewhere, old);
		return ExitCodes.DONE;
	}

	private void record(LoginEvent.Kind kind, Account account, @Nullable String detail) {
		this.journal.write(kind, account.agent().value(), account.label(), null, LoginPlace.HERE, detail);
	}

	private void follow(Account old, Account renamed) {
		if (this.settings.isDefault(old)) {
			this.settings.useByDefault(renamed);
		}
		this.settings.repositories(old).forEach((repository) -> this.settings.bind(renamed, repository));
		this.recorded.rename(old.agent(), old.label(), renamed.label());
		this.held.rename(old, renamed);
	}

	private void warn(List<ConfigurationKey> elsewhere, Account account) {
		elsewhere.forEach((key) -> this.output
			.message("warning: %s still names account \"%s\": 'hjk config -o json %s' tells where".formatted(key,
					account.label(), key)));
	}

	int useByDefault(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		Optional<Repository> here = invocation.flag("here")
				? Optional.of(this.worktrees.repository(this.host.workingDirectory())) : Optional.empty();
		if (invocation.flag("unset")) {
			return unset(profile.id(), here, invocation);
		}
		Account account = Account.of(profile.id(), invocation.argument(1)
			.orElseThrow(
					() -> new UsageException("ACCOUNT is missing", "name one, or add --unset to remove what is set")));
		if (account.name() != null) {
			this.repository.require(account);
		}
		here.ifPresentOrElse((repository) -> this.settings.bind(account, repository.id()),
				() -> this.settings.useByDefault(account));
		this.output.result(
				"%s uses account \"%s\"%s unless you name another".formatted(profile.id(), account.label(), in(here)));
		return ExitCodes.DONE;
	}

	private int unset(AgentId agent, Optional<Repository> here, Invocation invocation) {
		if (invocation.argument(1).isPresent()) {
			throw new UsageException("--unset takes no account",
					"usage: hjk auth default %s %s--unset".formatted(agent, here.map((_) -> "--here ").orElse("")));
		}
		boolean removed = here.map((repository) -> this.settings.unbind(agent, repository.id()))
			.orElseGet(() -> this.settings.useNoneByDefault(agent));
		this.output
			.result((removed ? "Unset the account of %s%s" : "No account of %s%s was set").formatted(agent, in(here)));
		return ExitCodes.DONE;
	}

	private static String in(Optional<Repository> here) {
		return here.map((repository) -> " in repository " + repository.id()).orElse("");
	}

	/**
	 * The agent of a login, whose profile may be gone, or malformed.
	 */
	private AgentId owner(String name) {
		return Optional.of(name)
			.filter(AgentId::isValid)
			.map(AgentId::new)
			.filter((agent) -> this.catalog.ids().contains(agent) || this.repository.owners().contains(agent))
			.orElseGet(() -> this.catalog.get(name).id());
	}

}
