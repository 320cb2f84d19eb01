package com.headjack.shell.command;

import java.util.List;
import java.util.function.Supplier;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.grammar.Completion;
import com.headjack.shell.grammar.CompletionScript;
import com.headjack.shell.grammar.Grammar;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The commands that tell of the application itself.
 */
public final class RestCommands {

	private final HelpPrinter help;

	private final Supplier<Completion> completion;

	private final Output output;

	public RestCommands(HelpPrinter help, Supplier<Completion> completion, Output output) {
		this.help = help;
		this.completion = completion;
		this.output = output;
	}

	public int help(Invocation invocation) {
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

	public int version(Invocation invocation) {
		ApplicationVersion version = ApplicationVersion.read();
		List.of("headjack " + version.number(), "commit: " + version.commit(), "built: " + version.built())
			.forEach(this.output::result);
		return ExitCodes.DONE;
	}

	public int completion(Invocation invocation) {
		this.output.result(CompletionScript.of(invocation.required(0)));
		return ExitCodes.DONE;
	}

	/**
	 * Completes the last of the words, which a completion script passes on.
	 */
	public int complete(Invocation invocation) {
		List<String> words = invocation.passedOn();
		int last = words.size() - 1;
		if (last >= 0) {
			this.completion.get().complete(words.subList(0, last), words.get(last)).forEach(this.output::result);
		}
		return ExitCodes.DONE;
	}

}
