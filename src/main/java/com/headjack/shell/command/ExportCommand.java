package com.headjack.shell.command;

import java.nio.file.Path;
import java.util.List;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentProfile;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.LoginExport;
import com.headjack.engine.EngineException;
import com.headjack.journal.LoginEvent;
import com.headjack.journal.LoginJournal;
import com.headjack.journal.LoginPlace;
import com.headjack.renewal.Renewals;
import com.headjack.renewal.Renewed;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The command that writes a stored login into a file of the host.
 */
final class ExportCommand {

	private final AgentCatalog catalog;

	private final AccountChoice choice;

	private final WorkingRepository working;

	private final LoginExport export;

	private final Renewals renewals;

	private final LoginJournal journal;

	private final Output output;

	ExportCommand(AgentCatalog catalog, AccountChoice choice, WorkingRepository working, LoginExport export,
			Renewals renewals, LoginJournal journal, Output output) {
		this.catalog = catalog;
		this.choice = choice;
		this.working = working;
		this.export = export;
		this.renewals = renewals;
		this.journal = journal;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<ExportCommand> group = CommandGroup.of(AuthCommands.GROUP,
				() -> application.get(ExportCommand.class));
		return List.of(group.command("auth export", "Write a stored login to the agent's own file")
			.takes(shared.agent(), Parameter.optional("FILE", Words.any()))
			.with(shared.account(),
					shared.force("overwrite a login that is newer, of somebody else, or not known to be older"))
			.examples("hjk auth export codex", "hjk auth export codex ./auth.json")
			.calls(ExportCommand::export));
	}

	int export(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		Account account = this.choice.of(profile.id(), invocation.option("account").orElse(null),
				this.working.id().orElse(null));
		String file = invocation.argument(1).orElse(null);
		if (file != null && (file.isBlank() || file.equals("-"))) {
			throw new UsageException("a login is not written to stdout",
					"name a file: hjk auth export %s FILE".formatted(profile.id()));
		}
		collect(account);
		List<Path> written = this.export.write(profile, account, file, invocation.flag("force"));
		if (written.isEmpty()) {
			this.output.result("The file has the stored login of %s already".formatted(account.words()));
			return ExitCodes.DONE;
		}
		this.journal.write(LoginEvent.Kind.EXPORTED, account.agent().value(), account.label(), null, LoginPlace.HERE,
				"to " + written.getFirst());
		written.forEach(
				(path) -> this.output.result("Wrote the stored login of %s to %s".formatted(account.words(), path)));
		this.output.message("hint: once %s renews a login in one place, the copies elsewhere may be of no use; "
			.formatted(profile.id())
				+ "'%s' takes back a newer one".formatted(this.export.taking(profile, account, file)));
		return ExitCodes.DONE;
	}

	/**
	 * What an agent has renewed in a container is the newest login.
	 */
	private void collect(Account account) {
		try {
			Renewed.tell(this.renewals.collect(account), this.output::message);
		}
		catch (EngineException _) {
			// Without an engine no agent runs in a container.
		}
	}

}
