package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.headjack.doctor.Diagnostic;
import com.headjack.doctor.Doctor;
import com.headjack.doctor.Outcome;
import com.headjack.failure.FailureKind;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * The command that checks the user's set-up.
 */
final class DoctorCommand {

	private final Doctor doctor;

	private final Output output;

	DoctorCommand(Doctor doctor, Output output) {
		this.doctor = doctor;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<DoctorCommand> group = CommandGroup.of(Commands.OTHER, () -> application.get(DoctorCommand.class));
		return List.of(group.command("doctor", "Check everything that hjk needs, and say how to fix it")
			.with(Option.flag("all", 'a', "also show what you do not use"), shared.output())
			.examples("hjk doctor", "hjk doctor --all", "hjk doctor -o json")
			.calls(DoctorCommand::examine));
	}

	int examine(Invocation invocation) {
		boolean json = Listing.json(invocation);
		List<Diagnostic> diagnostics = this.doctor.examine().toList();
		if (json) {
			Listing.print(this.output, diagnostics.stream().map(DoctorCommand::members).toList());
		}
		else {
			boolean all = invocation.flag("all");
			print(diagnostics.stream().filter((diagnostic) -> all || diagnostic.needed()).toList());
		}
		boolean failed = diagnostics.stream().anyMatch((diagnostic) -> diagnostic.outcome() == Outcome.FAILED);
		return failed ? ExitCodes.of(FailureKind.UNAVAILABLE) : ExitCodes.DONE;
	}

	private void print(List<Diagnostic> diagnostics) {
		Table table = Table.wrapping("CHECK", "OUTCOME", "DETAIL");
		diagnostics
			.forEach((diagnostic) -> table.row(diagnostic.name(), shownOutcome(diagnostic), diagnostic.detail()));
		table.print(this.output);
		remedies("What to do:", diagnostics.stream().filter(Diagnostic::needed));
		remedies("Only if you want to use it:", diagnostics.stream().filter((diagnostic) -> !diagnostic.needed()));
	}

	private static String shownOutcome(Diagnostic diagnostic) {
		return (diagnostic.outcome() == Outcome.WARNING && !diagnostic.needed()) ? "not in use"
				: diagnostic.outcome().toString();
	}

	private void remedies(String heading, Stream<Diagnostic> diagnostics) {
		List<Diagnostic> remedies = diagnostics.filter((diagnostic) -> diagnostic.remedy() != null).toList();
		if (!remedies.isEmpty()) {
			this.output.result("");
			this.output.result(heading);
			remedies.forEach(
					(diagnostic) -> this.output.result("  %s: %s".formatted(diagnostic.name(), diagnostic.remedy())));
		}
	}

	private static Map<String, Object> members(Diagnostic diagnostic) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("name", diagnostic.name());
		members.put("outcome", diagnostic.outcome().toString());
		members.put("needed", diagnostic.needed());
		members.put("detail", diagnostic.detail());
		if (diagnostic.remedy() != null) {
			members.put("remedy", diagnostic.remedy());
		}
		return members;
	}

}
