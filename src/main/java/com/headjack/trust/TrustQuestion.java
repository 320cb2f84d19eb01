package com.headjack.trust;

import java.nio.file.Path;
import java.util.List;

import com.headjack.agent.AgentId;

/**
 * Asks the user whether to trust files of a repository.
 */
public interface TrustQuestion {

	/**
	 * Shows what files do, and asks whether the user agrees.
	 * @param agent the agent that is to start
	 * @param findings the files, at least one
	 * @return the answer
	 */
	Answer answer(AgentId agent, List<Finding> findings);

	/**
	 * An answer.
	 */
	enum Answer {

		/**
		 * The user agrees.
		 */
		YES,

		/**
		 * The user does not agree.
		 */
		NO,

		/**
		 * There is no terminal to ask at.
		 */
		NOBODY;

		/**
		 * Requires that the user agrees.
		 * @param branch the branch of the files, as a word of a command line
		 * @param worktree the folder of the files
		 * @param findings the files
		 * @throws TrustException if the user does not
		 */
		public void requireYes(String branch, Path worktree, List<Finding> findings) {
			switch (this) {
				case YES -> {
				}
				case NO -> throw TrustException.refused(branch, worktree, findings);
				case NOBODY -> throw TrustException.unasked(branch, findings);
			}
		}

	}

}
