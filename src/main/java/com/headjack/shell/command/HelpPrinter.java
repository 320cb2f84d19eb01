package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.shell.grammar.CommandSyntax;
import com.headjack.shell.grammar.Grammar;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.terminal.Output;

/**
 * Shows how commands are written.
 */
public final class HelpPrinter {

	private final Output output;

	public HelpPrinter(Output output) {
		this.output = output;
	}

	public void overview() {
		line("Runs coding agents in containers, one per git branch, with your credentials.");
		line("");
		line("usage: hjk COMMAND [ARGUMENTS] [OPTIONS]");
		Map<String, List<CommandSyntax>> groups = Grammar.COMMANDS.stream()
			.collect(Collectors.groupingBy(CommandSyntax::group, LinkedHashMap::new, Collectors.toList()));
		groups.forEach((group, commands) -> {
			heading(group);
			table(commands.stream().map((syntax) -> Map.entry(syntax.name(), syntax.summary())));
		});
		options("Options of every command", Grammar.GLOBAL.stream());
		line("");
		line("'hjk help COMMAND' shows a command's arguments, options and examples.");
	}

	public void print(CommandSyntax syntax) {
		if (syntax.equals(Grammar.HELP)) {
			overview();
			return;
		}
		line(syntax.summary());
		line("");
		line("usage: " + syntax.usage());
		options("Options", syntax.allOptions());
		heading("Examples");
		syntax.examples().forEach((example) -> line("  " + example));
	}

	private void options(String heading, Stream<Option> options) {
		heading(heading);
		table(options.map((option) -> Map.entry(option.usage(), option.summary())));
	}

	private void heading(String heading) {
		line("");
		line(heading + ":");
	}

	private void table(Stream<Map.Entry<String, String>> rows) {
		List<Map.Entry<String, String>> list = rows.toList();
		int width = list.stream().mapToInt((row) -> row.getKey().length()).max().orElse(0);
		list.forEach(
				(row) -> line("  " + row.getKey() + " ".repeat(width - row.getKey().length() + 2) + row.getValue()));
	}

	private void line(String line) {
		this.output.result(line);
	}

}
