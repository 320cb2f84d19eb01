package com.headjack.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.audit.Audit;
import com.headjack.audit.Inspection;
import com.headjack.credential.StoredSecrets;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.shell.terminal.Table;
import com.headjack.store.StoreException;

/**
 * The command that looks for logins where they must not be.
 */
final class AuditCommand {

	private static final String NONE = "-";

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
		List<Inspection> inspections = new ArrayList<>();
		List<Instance> instances = instances(invocation.argument(0), inspections);
		try (StoredSecrets.Found found = stored(); SecretSearch search = SecretSearch.of(secrets(found))) {
			if (found.secrets().isEmpty()) {
				this.output.message("warning: no login is stored, so there is none to look for");
			}
			found.obstacle().ifPresent((reason) -> inspections.add(unseen("secret store", reason)));
			if (invocation.flag("clean")) {
				this.audit.clean(search, instances, this.output::message);
			}
			inspections.addAll(this.progress.during("Looking for logins",
					() -> this.audit.inspect(search, instances, invocation.argument(0).isEmpty()).toList()));
		}
		if (json) {
			Listing.print(this.output, inspections.stream().map(AuditCommand::members).toList());
		}
		else {
			print(inspections);
		}
		return code(inspections);
	}

	/**
	 * Finds the instances. Without an engine, the files on the host are looked at.
	 */
	private List<Instance> instances(Optional<String> branch, List<Inspection> inspections) {
		try {
			return branch.map(this.current::instance).map(List::of).orElseGet(this.current::allInstances);
		}
		catch (EngineUnavailableException ex) {
			inspections.add(unseen("container engine", String.valueOf(ex.getMessage())));
			return branch.map(this.current::kept).map(List::of).orElse(List.of());
		}
	}

	private static Inspection unseen(String place, String reason) {
		return new Inspection(place, "", List.of(), List.of(reason), 0);
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

	private void print(List<Inspection> inspections) {
		Table table = Table.wrapping("PLACE", "OF", "RESULT");
		inspections.forEach((inspection) -> table.row(inspection.place(),
				inspection.subject().isEmpty() ? NONE : inspection.subject(), result(inspection)));
		table.print(this.output);
		inspections.forEach((inspection) -> inspection.traces()
			.forEach((trace) -> this.output
				.result("found: the login of %s in %s".formatted(trace.login(), trace.where()))));
		inspections.forEach((inspection) -> inspection.unseen()
			.forEach((reason) -> this.output.message("warning: could not look: " + reason)));
	}

	private static String result(Inspection inspection) {
		return switch (inspection.outcome()) {
			case "found" -> "found (%s)".formatted(inspection.traces().size());
			case "unseen" -> "could not look";
			default -> inspection.outcome();
		};
	}

	private static Map<String, Object> members(Inspection inspection) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("place", inspection.place());
		members.put("of", inspection.subject());
		members.put("result", inspection.outcome());
		members.put("found", inspection.traces());
		members.put("unseen", inspection.unseen());
		members.put("bytes", inspection.bytes());
		return members;
	}

	private static int code(List<Inspection> inspections) {
		if (inspections.stream().anyMatch((inspection) -> !inspection.traces().isEmpty())) {
			return ExitCodes.FAILED;
		}
		boolean complete = inspections.stream().allMatch((inspection) -> inspection.unseen().isEmpty());
		return complete ? ExitCodes.DONE : ExitCodes.of(FailureKind.UNAVAILABLE);
	}

}
