package com.headjack.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.headjack.audit.Audit;
import com.headjack.credential.StoredSecret;
import com.headjack.credential.StoredSecrets;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.FoundInstances;
import com.headjack.instance.Instance;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.store.StoreException;
import com.headjack.text.ShellWord;

/**
 * The command that looks for logins where they must not be.
 */
final class AuditCommand {

	private final CurrentRepository current;

	private final StoredSecrets stored;

	private final Audit audit;

	private final Progress progress;

	private final Output output;

	AuditCommand(CurrentRepository current, StoredSecrets stored, Audit audit, Progress progress, Output output) {
		this.current = current;
		this.stored = stored;
		this.audit = audit;
		this.progress = progress;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<AuditCommand> group = CommandGroup.of(Commands.OTHER, () -> application.get(AuditCommand.class));
		return List.of(group.command("audit", "Look for your logins where they must not be")
			.takes(Parameter.optional("BRANCH", Words.from(shared.live()::instances)))
			.with(Option.flag("clean", ' ', "take them out of the logs and other files that hjk made"), shared.output())
			.examples("hjk audit", "hjk audit feat/auth", "hjk audit --clean", "hjk audit -o json")
			.calls(AuditCommand::audit));
	}

	int audit(Invocation invocation) {
		boolean json = Listing.json(invocation);
		AuditReport report = new AuditReport(this.output, this.audit::cleans);
		List<Instance> instances = instances(invocation.argument(0), report);
		try (StoredSecrets.Found found = stored(); SecretSearch search = SecretSearch.of(secrets(found))) {
			if (found.secrets().isEmpty()) {
				this.output.message("warning: no login is stored, so there is none to look for");
			}
			found.obstacle().ifPresent((reason) -> report.unseen("secret store", reason, found.advice()));
			if (invocation.flag("clean")) {
				this.audit.clean(search, instances, this.output::message);
			}
			report.addAll(this.progress.during("Looking for logins",
					() -> this.audit.inspect(search, instances, invocation.argument(0).isEmpty()).toList()));
			if (json) {
				report.json();
			}
			else {
				RepositoryNames names = RepositoryNames.of(instances);
				report.print(names);
				report.advise(names, cleaning(invocation), accounts(found));
			}
		}
		return report.code();
	}

	/**
	 * Finds the instances. Without an engine, the files on the host are looked at.
	 */
	private List<Instance> instances(Optional<String> branch, AuditReport report) {
		try {
			return branch.map(this.current::instance).map(List::of).orElseGet(() -> all(report));
		}
		catch (EngineUnavailableException ex) {
			report.unseen("container engine", String.valueOf(ex.getMessage()), ex.remedy());
			return branch.map(this.current::kept).map(List::of).orElse(List.of());
		}
	}

	private List<Instance> all(AuditReport report) {
		FoundInstances found = this.current.everywhere();
		found.silent()
			.forEach((engine, failure) -> report.unseen("engine " + engine, String.valueOf(failure.getMessage()),
					failure.remedy()));
		return found.instances();
	}

	/**
	 * Reads the logins. Their failures must not be taken for a login that was found.
	 */
	private StoredSecrets.Found stored() {
		try {
			return this.stored.get();
		}
		catch (StoreException ex) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, String.valueOf(ex.getMessage()),
					ex.remedy().orElse(null));
		}
	}

	private static List<KnownSecret> secrets(StoredSecrets.Found found) {
		return found.secrets().stream().map((secret) -> new KnownSecret(secret.owner(), secret.value())).toList();
	}

	/**
	 * Returns the arguments of {@code hjk auth} by the owners of logins.
	 */
	private static Map<String, String> accounts(StoredSecrets.Found found) {
		return found.secrets()
			.stream()
			.collect(Collectors.toMap(StoredSecret::owner, (secret) -> secret.account().toString(), (one, _) -> one));
	}

	/**
	 * Returns the command that cleans, or empty if it has just run.
	 */
	private static Optional<String> cleaning(Invocation invocation) {
		return Optional
			.of("hjk audit %s--clean"
				.formatted(invocation.argument(0).map((branch) -> ShellWord.quoted(branch) + " ").orElse("")))
			.filter((_) -> !invocation.flag("clean"));
	}

}
