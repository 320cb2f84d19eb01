package com.headjack.shell.command;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.headjack.credential.CredentialMigration;
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
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreSelector;

/**
 * The command that moves all credentials to another store.
 */
final class MigrationCommand {

	private final StoreSelector selector;

	private final LoginJournal journal;

	private final Output output;

	MigrationCommand(StoreSelector selector, LoginJournal journal, Output output) {
		this.selector = selector;
		this.journal = journal;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, LiveValues live) {
		CommandGroup<MigrationCommand> group = CommandGroup.of(AuthCommands.GROUP,
				() -> application.get(MigrationCommand.class));
		return List.of(group.command("auth migrate", "Move all logins from one store to another")
			.with(Option.valued("from", ' ', "BACKEND", "the store to empty").completedBy(Words.from(live::backends)),
					Option.valued("to", ' ', "BACKEND", "the store to fill").completedBy(Words.from(live::backends)))
			.examples("hjk auth migrate --from keyctl --to file")
			.calls(MigrationCommand::migrate));
	}

	int migrate(Invocation invocation) {
		RevisedStore source = store(invocation, "from");
		RevisedStore target = store(invocation, "to");
		AtomicInteger moved = new AtomicInteger();
		new CredentialMigration(source, target).run((name) -> {
			moved.incrementAndGet();
			this.journal.write(LoginEvent.Kind.MOVED, name.owner(),
					Objects.requireNonNullElse(name.account(), "default"), null, LoginPlace.HERE,
					"from %s to %s".formatted(source.name(), target.name()));
			this.output.result("Moved " + name.words());
		});
		summarise(moved.get(), source, target);
		return ExitCodes.DONE;
	}

	private RevisedStore store(Invocation invocation, String option) {
		return this.selector.get(invocation.option(option)
			.orElseThrow(() -> new UsageException("--" + option + " is missing",
					"name the stores: hjk auth migrate --from BACKEND --to BACKEND")));
	}

	private void summarise(int moved, RevisedStore source, RevisedStore target) {
		if (moved == 0) {
			this.output.result("No logins in " + source.name());
			return;
		}
		this.output.result("%s %s moved from %s to %s (%s)".formatted(moved, (moved == 1) ? "login" : "logins",
				source.name(), target.name(), target.persistence()));
		if (!this.selector.uses(target)) {
			this.output.message("hint: hjk uses another store here; set keyring.backend, or %s, to %s"
				.formatted(StoreRemedies.VARIABLE, target.name()));
		}
	}

}
