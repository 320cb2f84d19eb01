package com.headjack.workspace;

import com.headjack.engine.ContainerEngine;
import com.headjack.worktree.Worktrees;

/**
 * Copies of repositories for tests of other packages.
 */
public final class TestWorkspaces {

	private TestWorkspaces() {
	}

	public static WorkspaceCopy of(ContainerEngine engine, Worktrees worktrees) {
		return new WorkspaceCopy(engine, worktrees);
	}

}
