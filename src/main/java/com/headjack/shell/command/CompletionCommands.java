package com.headjack.shell.command;

import java.util.List;

import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.Completion;
import com.headjack.shell.grammar.CompletionScript;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.LauncherTable;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The commands that help shells with completion.
 */
final class CompletionCommands {

	private final CommandTable table;

	private final Output output;

	CompletionCommands(CommandTable table, Output output) {
		this.table = table;
		this.output = output;
	}

	List<CommandDefinition> commands() {
		CommandGroup<CompletionCommands> group = CommandGroup.standingAlone(Commands.OTHER, this);
		return List.of(
				group.command("completion", "Print the completion script for a shell")
					.takes(Parameter.required("SHELL", Words.of("bash", "zsh", "fish")))
					.examples("source <(hjk completion bash)", "hjk completion fish | source")
					.calls(CompletionCommands::script),
				group.command("complete", "Complete the last word of a command line, for completion scripts")
					.passesOn("WORDS")
					.examples("hjk complete -- run fe")
					.hidden()
					.calls(CompletionCommands::complete),
				group.command("launcher", "Print what the launcher knows of the commands, as a function of sh")
					.examples("hjk launcher")
					.hidden()
					.calls(CompletionCommands::launcher));
	}

	private int script(Invocation invocation) {
		this.output.document(CompletionScript.of(invocation.required(0), this.table));
		return ExitCodes.DONE;
	}

	private int complete(Invocation invocation) {
		List<String> words = invocation.passedOn();
		int last = words.size() - 1;
		if (last >= 0) {
			new Completion(this.table).complete(words.subList(0, last), words.get(last)).forEach(this.output::document);
		}
		return ExitCodes.DONE;
	}

	private int launcher(Invocation invocation) {
		this.output.document(LauncherTable.of(this.table));
		return ExitCodes.DONE;
	}

}
