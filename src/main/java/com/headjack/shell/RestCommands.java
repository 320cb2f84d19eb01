package com.headjack.shell;

import java.util.List;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The commands that tell of the application itself.
 */
final class RestCommands {

	private final HelpPrinter help;

	private final AgentCatalog catalog;

	private final Output output;

	RestCommands(HelpPrinter help, AgentCatalog catalog, Output output) {
		this.help = help;
		this.catalog = catalog;
		this.output = output;
	}

	int help(Invocation invocation) {
		if (invocation.arguments().isEmpty()) {
			this.help.overview();
			return ExitCodes.DONE;
		}
		String name = String.join(" ", invocation.arguments());
		this.help.print(Grammar.COMMANDS.stream()
			.filter((syntax) -> syntax.name().equals(name) || name.equals(syntax.alias()))
			.findFirst()
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED, "unknown command \"" + name + "\"",
					"run 'hjk help' for the commands")));
		return ExitCodes.DONE;
	}

	int version(Invocation invocation) {
		ApplicationVersion version = ApplicationVersion.read();
		List.of("headjack " + version.number(), "commit: " + version.commit(), "built: " + version.built())
			.forEach(this.output::result);
		return ExitCodes.DONE;
	}

	int completion(Invocation invocation) {
		List<String> agents = this.catalog.ids().stream().map(AgentId::value).toList();
		this.output.result(new CompletionScript(agents).write(invocation.required(0)));
		return ExitCodes.DONE;
	}

}
