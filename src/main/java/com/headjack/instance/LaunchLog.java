package com.headjack.instance;

import com.headjack.worktree.Worktree;

/**
 * Is told what happens while an instance is made ready.
 */
public interface LaunchLog {

	/**
	 * Nobody listens.
	 */
	LaunchLog SILENT = new LaunchLog() {
	};

	/**
	 * The branch has got a worktree.
	 * @param worktree the worktree
	 */
	default void worktreeReady(Worktree worktree) {
	}

	/**
	 * An image is about to be fetched.
	 * @param image its name
	 */
	default void pullingImage(String image) {
	}

	/**
	 * A container is about to be created.
	 * @param image its image
	 */
	default void creatingContainer(String image) {
	}

	/**
	 * A stopped container is about to be started.
	 */
	default void startingContainer() {
	}

	/**
	 * A variable of the image or the configuration was kept from an agent, which would
	 * have preferred it to its login.
	 * @param variable its name
	 */
	default void variableLeftOut(String variable) {
	}

}
