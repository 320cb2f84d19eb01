package com.headjack.work;

import org.jspecify.annotations.Nullable;

import com.headjack.instance.ContainerOrder;
import com.headjack.session.Program;
import com.headjack.session.SessionName;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;

/**
 * A program to start on a branch.
 *
 * @param repository the repository
 * @param branch the branch, which is created if it does not exist
 * @param order what a new container is like
 * @param program the program
 * @param name the session's name, or {@code null} for a random one
 */
public record Assignment(Repository repository, BranchName branch, ContainerOrder order, Program program,
		@Nullable SessionName name) {

}
