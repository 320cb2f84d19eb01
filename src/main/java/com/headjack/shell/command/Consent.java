package com.headjack.shell.command;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.session.Session;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;
import com.headjack.text.VisibleText;
import com.headjack.work.Loss;
import com.headjack.worktree.UnsavedWork;

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
		tell("Running in instance %s of branch %s:".formatted(instance.id(), instance.shownBranch()), names(sessions),
				sessions.size());
		return this.dialog.agrees((sessions.size() == 1) ? "End it?" : "End them?");
	}

	/**
	 * Lists what would be lost with an instance, and asks whether the instance may be
	 * removed.
	 * @return whether the user agrees
	 * @throws UsageException if there is nobody to ask
	 */
	boolean toRemove(Instance instance, Loss loss) {
		UnsavedWork work = loss.work();
		if (!this.host.interactive()) {
			throw work.none()
					? new UsageException("there is no terminal to ask at", "add -f to remove it without a question")
					: new UsageException(described(instance, work) + named(work),
							"commit and push it, or remove the instance anyway with 'hjk rm " + instance.quotedBranch()
									+ " -f'");
		}
		tell("Uncommitted files:", work.files(), work.uncommittedFiles());
		tell("Unpushed commits, which stay on the branch:", work.commits(), work.unpushedCommits());
		tell("Running sessions:", names(loss.running()), loss.running().size());
		if (work.stashes() > 0) {
			this.output.message("Stashed changes: " + work.stashes());
		}
		return this.dialog.agrees("Remove instance %s of branch %s%s?".formatted(instance.id(), instance.shownBranch(),
				(work.uncommittedFiles() + work.stashes() > 0) ? ", and lose uncommitted work" : ""));
	}

	private static String described(Instance instance, UnsavedWork work) {
		return "branch \"%s\" has %s".formatted(instance.workBranch(), work);
	}

	private static String named(UnsavedWork work) {
		return Stream
			.of(Bounded.lines(work.files(), work.uncommittedFiles()),
					Bounded.lines(work.commits(), work.unpushedCommits()))
			.flatMap(List::stream)
			.map((item) -> VisibleText.line(item.strip()))
			.reduce((one, other) -> one + ", " + other)
			.map((items) -> ": " + items)
			.orElse("");
	}

	private void tell(String heading, List<String> known, int count) {
		if (count > 0) {
			this.output.message(heading);
			Bounded.lines(known, count).forEach((line) -> this.output.message("  " + VisibleText.line(line)));
		}
	}

	private static List<String> names(List<Session> sessions) {
		return sessions.stream().map(SessionChoice::described).toList();
	}

}
