package com.headjack.shell.command;

import java.util.List;

import com.headjack.agent.AgentId;
import com.headjack.host.HostEnvironment;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.trust.Finding;
import com.headjack.trust.TrustQuestion;

/**
 * Shows what files of a repository do with a login, and asks whether to trust them.
 *
 * @param host tells whether there is a terminal to ask at
 * @param progress shows the long steps, which a question ends
 * @param dialog asks
 * @param output receives what the files do
 */
record TrustDialog(HostEnvironment host, Progress progress, Dialog dialog, Output output) implements TrustQuestion {

	private static final int MOST = 12;

	@Override
	public Answer answer(AgentId agent, List<Finding> findings) {
		this.progress.end();
		show(agent.value(), findings);
		return ask("Trust these files as they are, and start " + agent + "?");
	}

	/**
	 * Shows what files do.
	 * @param agent the agent's name
	 * @param findings the files
	 */
	void show(String agent, List<Finding> findings) {
		this.output.message("This repository has settings that can misuse the login of " + agent + ":");
		findings.forEach((finding) -> {
			this.output.message("  " + finding.file());
			finding.effects().stream().limit(MOST).forEach((effect) -> this.output.message("    " + effect));
			if (finding.effects().size() > MOST) {
				this.output.message("    and " + (finding.effects().size() - MOST) + " more");
			}
		});
	}

	/**
	 * Asks a question with the answers yes and no.
	 * @param question the question, without the answers
	 * @return the answer
	 */
	Answer ask(String question) {
		if (!this.host.interactive()) {
			return Answer.NOBODY;
		}
		return this.dialog.agrees(question) ? Answer.YES : Answer.NO;
	}

}
