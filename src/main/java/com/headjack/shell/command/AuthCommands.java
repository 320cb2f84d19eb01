package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.CredentialStatus;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.HostCopies;
import com.headjack.credential.HostCopy;
import com.headjack.credential.Succession;
import com.headjack.credential.Validity;
import com.headjack.journal.LoginEvent;
import com.headjack.journal.LoginJournal;
import com.headjack.journal.LoginPlace;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.store.Persistence;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreRemedies;
import com.headjack.text.NearestMatch;

/**
 * The commands for credentials.
 */
final class AuthCommands {

	/**
	 * The heading of these commands in help.
	 */
	static final String GROUP = "Credentials";

	private final AgentCatalog catalog;

	private final AccountChoice choice;

	private final WorkingRepository working;

	private final CredentialSource source;

	private final CredentialCapture capture;

	private final HostCopies copies;

	private final CredentialRepository repository;

	private final CredentialListing listing;

	private final ExpiryWatch watch;

	private final LoginJournal journal;

	private final Output output;

	AuthCommands(AgentCatalog catalog, AccountChoice choice, WorkingRepository working, CredentialSource source,
			CredentialCapture capture, HostCopies copies, CredentialRepository repository, CredentialListing listing,
			ExpiryWatch watch, LoginJournal journal, Output output) {
		this.catalog = catalog;
		this.choice = choice;
		this.working = working;
		this.source = source;
		this.capture = capture;
		this.copies = copies;
		this.repository = repository;
		this.listing = listing;
		this.watch = watch;
		this.journal = journal;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<AuthCommands> group = CommandGroup.of(GROUP, () -> application.get(AuthCommands.class));
		return List.of(
				group.command("auth", "Log in to an agent")
					.takes(shared.agent())
					.with(Option.valued("method", 'm', "METHOD", "subscription or apikey")
						.completedBy(Words.from(() -> Stream.of(LoginMethod.values()).map(LoginMethod::value))),
							shared.account(), Option.flag("status", ' ', "only show whether you are logged in"),
							Option.flag("refresh", ' ',
									"take the agent's own login on this machine if it is newer than the stored one"))
					.examples("hjk auth claude", "printenv OPENAI_API_KEY | hjk auth codex --method apikey",
							"hjk auth gemini --status", "hjk auth claude --account work", "hjk auth codex --refresh")
					.calls(AuthCommands::auth),
				group.command("auth status", "List the logins, without their secrets")
					.with(shared.output())
					.examples("hjk auth status", "hjk auth status -o json")
					.calls(AuthCommands::status));
	}

	int auth(Invocation invocation) {
		AgentProfile profile = profile(invocation);
		Account account = account(profile.id(), invocation);
		if (invocation.flag("status")) {
			requireAlone(invocation);
			tell(account);
			return ExitCodes.DONE;
		}
		tellChoice(account, invocation);
		if (invocation.flag("refresh")) {
			return refresh(profile, account, invocation);
		}
		boolean obtained = this.source.obtain(profile, account, invocation.option("method"),
				(credential) -> keep(profile, account, credential));
		return obtained ? ExitCodes.DONE : ExitCodes.FAILED;
	}

	/**
	 * A word that is no agent may be a mistyped command.
	 */
	private AgentProfile profile(Invocation invocation) {
		String name = invocation.required(0);
		List<String> agents = this.catalog.ids().stream().map(AgentId::value).toList();
		if (NearestMatch.of(name, agents).isEmpty()) {
			invocation.meant().ifPresent((command) -> {
				throw new UsageException("unknown agent \"%s\"".formatted(name),
						"did you mean 'hjk %s'?".formatted(command));
			});
		}
		return this.catalog.get(name);
	}

	private void tell(Account account) {
		CredentialStatus status = this.repository.status(account);
		Optional<String> instead = (status.method() != null) ? Optional.empty() : this.repository.instead(account);
		this.output
			.result(status.line() + instead.map((_) -> " (account \"%s\")".formatted(account.label())).orElse(""));
		instead.ifPresent((hint) -> this.output.message("hint: " + hint));
	}

	private static void requireAlone(Invocation invocation) {
		if (invocation.flag("refresh")) {
			throw new UsageException("--status and --refresh cannot be combined",
					"usage: " + invocation.command().usage());
		}
	}

	int status(Invocation invocation) {
		boolean json = Listing.json(invocation);
		this.catalog.problems().forEach((problem) -> this.output.message("warning: " + problem.getMessage()));
		Map<Account, HostCopy> own = new LinkedHashMap<>();
		List<CredentialStatus> statuses = this.repository
			.status(Stream.concat(this.catalog.ids().stream(), gone().stream()).toList(), (account,
					credential) -> this.copies.look(account, credential).ifPresent((copy) -> own.put(account, copy)));
		this.listing.print(statuses, own, json);
		return ExitCodes.DONE;
	}

	private int refresh(AgentProfile profile, Account account, Invocation invocation) {
		if (invocation.option("method").isPresent()) {
			throw new UsageException("--refresh and --method cannot be combined",
					"leave out --method: only the login of a subscription is renewed");
		}
		HostCopy copy = this.copies.refresh(profile, account);
		if (copy.succession() == Succession.NEWER) {
			record(account, copy);
		}
		this.output.result(switch (copy.succession()) {
			case NEWER -> "Stored the newer login of %s from %s".formatted(account.words(), copy.shown());
			case OLDER -> "The stored login of %s is newer than that in %s".formatted(account.words(), copy.shown());
			case SAME, UNDECIDED, ANOTHER_IDENTITY, FUTURE, UNREADABLE ->
				"The stored login of %s is up to date".formatted(account.words());
		});
		return ExitCodes.DONE;
	}

	private void record(Account account, HostCopy copy) {
		try (Credential taken = this.repository.get(account)) {
			this.journal.write(LoginEvent.Kind.CAPTURED, account.agent().value(), account.label(), taken.value(),
					LoginPlace.HERE, "from " + copy.shown());
		}
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

	private Account account(AgentId agent, Invocation invocation) {
		return this.choice.of(agent, invocation.option("account").orElse(null), this.working.id().orElse(null));
	}

	private void tellChoice(Account account, Invocation invocation) {
		if (account.name() != null && invocation.option("account").isEmpty()) {
			this.output.message(
					"hint: this is account \"%s\", as configured; --account names another".formatted(account.label()));
		}
	}

	private void keep(AgentProfile profile, Account account, Credential credential) {
		boolean replaced = this.repository.holds(account);
		confirm(this.capture.keep(account, credential));
		this.journal.write(LoginEvent.Kind.CAPTURED, account.agent().value(), account.label(), credential.value(),
				LoginPlace.HERE, null);
		if (replaced) {
			this.output.result("It replaces the earlier login for " + account.words() + ".");
		}
		this.watch.look(profile, account, credential)
			.filter((notice) -> notice.validity() == Validity.OVER)
			.ifPresent((notice) -> this.output.message("warning: " + notice.line()));
	}

	private void confirm(RevisedStore store) {
		String lasting = (store.persistence() == Persistence.UNTIL_REBOOT) ? "; " + StoreRemedies.LASTING_STORE : "";
		this.output.result("Credentials stored securely.");
		this.output
			.result("Backend: %s (in %s, %s%s)".formatted(store.name(), store.place(), store.persistence(), lasting));
	}

}
