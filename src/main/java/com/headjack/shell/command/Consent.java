package com.headjack.shell.command;

import java.util.List;
import java.util.Locale;

import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.session.Session;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;

/**
 * Asks the user to agree to a loss.
 *
 * @param host tells whether there is a person to ask
 * @param dialog asks
 * @param output receives the details of the loss
 */
record Consent(HostEnvironment host, Dialog dialog, Output output) {

	/**
	 * Asks whether the sessions of an instance may end.
	 * @param command the command that ends them, with its branch
	 * @return whether the user agrees
	 * @throws UsageException if there is nobody to ask
	 */
	boolean toEnd(Instance instance, List<Session> sessions, String command) {
		if (!this.host.interactive()) {
			throw new UsageException("branch \"%s\" has running sessions: %s".formatted(instance.branch(),
					Bounded.line(names(sessions))), "let them finish, or end them with '" + command + " -f'");
		}
		this.output.message("Running in instance %s of branch %s:".formatted(instance.id(), instance.shownBranch()));
		Bounded.lines(names(sessions)).forEach((line) -> this.output.message("  " + line));
		return agreed("End them? (y/N) ");
	}

	/**
	 * Asks whether an instance may be removed.
	 * @return whether the user agrees
	 * @throws UsageException if there is nobody to ask
	 */
	boolean toRemove(Instance instance) {
		if (!this.host.interactive()) {
			throw new UsageException("without a terminal nobody can be asked", "add -f");
		}
		return agreed("Remove instance %s of branch %s? (y/N) ".formatted(instance.id(), instance.shownBranch()));
	}

	private boolean agreed(String question) {
		return this.dialog.ask(question).toLowerCase(Locale.ROOT).startsWith("y");
	}

	private static List<String> names(List<Session> sessions) {
		return sessions.stream().map(SessionChoice::described).toList();
	}

}
