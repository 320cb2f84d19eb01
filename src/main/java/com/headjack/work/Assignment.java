package com.headjack.work;

import org.jspecify.annotations.Nullable;

import com.headjack.session.Program;
import com.headjack.session.SessionName;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;

/**
 * What is to be done on a branch.
 *
 * @param repository the repository
 * @param branch the branch, which is made if it is not there
 * @param image the image for a new container, or {@code null} for the configured one
 * @param program what does it
 * @param name the session's name, or {@code null} for one that is made up
 */
public record Assignment(Repository repository, BranchName branch, @Nullable String image, Program program,
		@Nullable SessionName name) {

}
