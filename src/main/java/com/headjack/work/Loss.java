package com.headjack.work;

import java.util.List;

import com.headjack.session.Session;
import com.headjack.worktree.UnsavedWork;

/**
 * What would be lost with an instance.
 *
 * @param work the work that exists only in its worktree
 * @param running its running sessions
 */
public record Loss(UnsavedWork work, List<Session> running) {

	public Loss {
		running = List.copyOf(running);
	}

}
