package com.headjack.shell;

import java.util.List;

import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

import com.headjack.shell.grammar.CommandSyntax;
import com.headjack.shell.grammar.Invocation;

/**
 * A command of the grammar with what carries it out.
 *
 * @param syntax how it is written
 * @param handler what carries it out
 */
record HeadjackCommand(CommandSyntax syntax, Handler handler) implements Command {

	/**
	 * Carries out an invocation.
	 */
	@FunctionalInterface
	interface Handler {

		/**
		 * Carries it out.
		 * @return the exit code
		 */
		int handle(Invocation invocation);

	}

	@Override
	public String getName() {
		return this.syntax.name();
	}

	@Override
	public String getDescription() {
		return this.syntax.summary();
	}

	@Override
	public String getGroup() {
		return this.syntax.group();
	}

	@Override
	public List<String> getAliases() {
		return (this.syntax.alias() != null) ? List.of(this.syntax.alias()) : List.of();
	}

	@Override
	public ExitStatus execute(CommandContext context) {
		int code = this.handler.handle(Invocation.of(this.syntax, context.parsedInput()));
		return new ExitStatus(code, (code == 0) ? "done" : "failed");
	}

}
