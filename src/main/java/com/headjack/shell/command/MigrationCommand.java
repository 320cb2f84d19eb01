package com.headjack.shell.command;

import java.util.concurrent.atomic.AtomicInteger;

import com.headjack.credential.CredentialMigration;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreSelector;

/**
 * The command that moves all credentials to another store.
 */
public final class MigrationCommand {

	private final StoreSelector selector;

	private final Output output;

	public MigrationCommand(StoreSelector selector, Output output) {
		this.selector = selector;
		this.output = output;
	}

	public int migrate(Invocation invocation) {
		SecretStore source = store(invocation, "from");
		SecretStore target = store(invocation, "to");
		AtomicInteger moved = new AtomicInteger();
		new CredentialMigration(source, target).run((name) -> {
			moved.incrementAndGet();
			this.output.result("Moved " + words(name));
		});
		summarise(moved.get(), source, target);
		return ExitCodes.DONE;
	}

	private SecretStore store(Invocation invocation, String option) {
		return this.selector.get(invocation.option(option)
			.orElseThrow(() -> new UsageException("--" + option + " is missing",
					"name the stores: hjk auth migrate --from BACKEND --to BACKEND")));
	}

	private void summarise(int moved, SecretStore source, SecretStore target) {
		if (moved == 0) {
			this.output.result("No logins in " + source.name());
			return;
		}
		this.output.result("%s %s moved from %s to %s (%s)".formatted(moved, (moved == 1) ? "login" : "logins",
				source.name(), target.name(), target.persistence()));
		if (!this.selector.uses(target)) {
			this.output
				.message("hint: hjk uses another store here; set keyring.backend, or HEADJACK_KEYRING_BACKEND, to %s"
					.formatted(target.name()));
		}
	}

	private static String words(SecretName name) {
		return (name.account() != null) ? name.owner() + " --account " + name.account() : name.owner();
	}

}
