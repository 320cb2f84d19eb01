package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.CredentialRepository;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.configuration.SettingValue;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.store.Persistence;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreRemedies;

/**
 * The commands for credentials.
 */
final class AuthCommands {

	/**
	 * The heading of these commands in help.
	 */
	static final String GROUP = "Credentials";

	private final AgentCatalog catalog;

	private final ConfiguredAgents configured;

	private final CredentialSource source;

	private final CredentialCapture capture;

	private final CredentialRepository repository;

	private final CredentialListing listing;

	private final ConfigurationFile file;

	private final Output output;

	AuthCommands(AgentCatalog catalog, ConfiguredAgents configured, CredentialSource source, CredentialCapture capture,
			CredentialRepository repository, CredentialListing listing, ConfigurationFile file, Output output) {
		this.catalog = catalog;
		this.configured = configured;
		this.source = source;
		this.capture = capture;
		this.repository = repository;
		this.listing = listing;
		this.file = file;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<AuthCommands> group = CommandGroup.of(GROUP, () -> application.get(AuthCommands.class));
		return List.of(
				group.command("auth", "Log in to an agent")
					.takes(shared.agent())
					.with(Option.valued("method", 'm', "METHOD", "subscription or apikey")
						.completedBy(Words.from(() -> Stream.of(LoginMethod.values()).map(LoginMethod::value))),
							shared.account(), Option.flag("status", ' ', "only show whether you are logged in"))
					.examples("hjk auth claude", "printenv OPENAI_API_KEY | hjk auth codex --method apikey",
							"hjk auth gemini --status", "hjk auth claude --account work")
					.calls(AuthCommands::auth),
				group.command("auth status", "List the logins, without their secrets")
					.with(shared.output())
					.examples("hjk auth status", "hjk auth status -o json")
					.calls(AuthCommands::status),
				group.command("auth remove", "Remove a login")
					.takes(shared.agent())
					.with(shared.account())
					.examples("hjk auth remove codex", "hjk auth remove claude --account work")
					.calls(AuthCommands::remove),
				group.command("auth default", "Set the default account of an agent")
					.takes(shared.agent(), Parameter.required("ACCOUNT", shared.live()::accounts))
					.examples("hjk auth default claude work", "hjk auth default claude default")
					.calls(AuthCommands::useByDefault));
	}

	int auth(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		Account account = account(profile.id(), invocation);
		if (invocation.flag("status")) {
			this.output.result(this.repository.status(account).line());
			return ExitCodes.DONE;
		}
		this.source.obtain(profile, invocation.option("method"), (credential) -> keep(account, credential));
		return ExitCodes.DONE;
	}

	int status(Invocation invocation) {
		boolean json = Listing.json(invocation);
		this.catalog.problems().forEach((problem) -> this.output.message("warning: " + problem.getMessage()));
		this.listing.print(this.repository.status(Stream.concat(this.catalog.ids().stream(), gone().stream()).toList()),
				json);
		return ExitCodes.DONE;
	}

	/**
	 * The agents that have a login, but no profile any more.
	 */
	private List<AgentId> gone() {
		List<AgentId> gone = this.repository.owners()
			.stream()
			.filter((agent) -> !this.catalog.ids().contains(agent))
			.toList();
		gone.forEach((agent) -> this.output.message("warning: agent \"" + agent
				+ "\" is gone, but its login is still stored: 'hjk auth remove " + agent + "' removes it"));
		return gone;
	}

	int remove(Invocation invocation) {
		Account account = account(owner(invocation.required(0)), invocation);
		boolean removed = this.repository.remove(account);
		this.output
			.result(removed ? "Removed the credential for " + account : "No credential for " + account + " was stored");
		return ExitCodes.DONE;
	}

	int useByDefault(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		Account account = Account.of(profile.id(), invocation.required(1));
		if (account.name() != null) {
			this.repository.require(account);
		}
		this.file.set(ConfigurationKey.parse(Setting.AGENT_ACCOUNT.keyOf(profile.id().value())),
				new SettingValue.Text(account.label()));
		this.output.result("%s uses account \"%s\" unless you name another".formatted(profile.id(), account.label()));
		return ExitCodes.DONE;
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

	private Account account(AgentId agent, Invocation invocation) {
		String named = invocation.option("account").orElse(null);
		return Account.of(agent, (named != null) ? named : this.configured.of(agent).account());
	}

	private void keep(Account account, Credential credential) {
		boolean replaced = this.repository.holds(account);
		confirm(this.capture.keep(account, credential));
		if (replaced) {
			this.output.result("It replaces the earlier login for " + account + ".");
		}
	}

	private void confirm(RevisedStore store) {
		String lasting = (store.persistence() == Persistence.UNTIL_REBOOT) ? "; " + StoreRemedies.LASTING_STORE : "";
		this.output.result("Credentials stored securely.");
		this.output
			.result("Backend: %s (in %s, %s%s)".formatted(store.name(), store.place(), store.persistence(), lasting));
	}

}
