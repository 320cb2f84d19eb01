package com.headjack.instance;

import com.headjack.worktree.BranchName;

/**
 * Is told what happens while an instance is made ready, or ended.
 */
public interface LaunchLog {

	/**
	 * Nobody listens.
	 */
	LaunchLog SILENT = new LaunchLog() {
	};

	/**
	 * The engine is about to be asked what there is.
	 */
	default void lookingForInstance() {
	}

	/**
	 * A worktree is about to be made, unless there is one.
	 * @param branch the branch
	 */
	default void checkingOut(BranchName branch) {
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
	 * Another image was asked for than the instance has, which is kept.
	 * @param instance the instance
	 * @param image the image that was asked for
	 */
	default void imageKept(Instance instance, String image) {
	}

	/**
	 * The programs that run in a container are about to be ended.
	 */
	default void endingPrograms() {
	}

	/**
	 * A container is about to be stopped.
	 */
	default void stoppingContainer() {
	}

	/**
	 * A container is about to be removed.
	 */
	default void removingContainer() {
	}

	/**
	 * A worktree is about to be removed.
	 */
	default void removingWorktree() {
	}

	/**
	 * What is in a container that is about to go could not be saved.
	 * @param reason why not
	 */
	default void notSaved(String reason) {
	}

	/**
	 * An instance is ready for work.
	 * @param instance the instance, running
	 */
	default void ready(Instance instance) {
	}

}
