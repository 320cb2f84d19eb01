package com.headjack.instance;

import java.util.List;

import com.headjack.worktree.BranchName;

/**
 * A listener for the progress of preparing and ending instances.
 */
public interface LaunchLog {

	/**
	 * A listener that does nothing.
	 */
	LaunchLog SILENT = new LaunchLog() {
	};

	/**
	 * The engine is about to be asked for the instance.
	 */
	default void lookingForInstance() {
	}

	/**
	 * A worktree is about to be created, unless it exists.
	 * @param branch the branch
	 */
	default void checkingOut(BranchName branch) {
	}

	/**
	 * An image is about to be pulled.
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
	 * The user named an image other than the container's, and the container is kept.
	 * @param instance the instance
	 * @param image the image that the user named
	 */
	default void imageKept(Instance instance, String image) {
	}

	/**
	 * The user named another engine than the one that the instance is on, where it stays.
	 * @param instance the instance
	 */
	default void engineKept(Instance instance) {
	}

	/**
	 * The programs in a container are about to be ended.
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
	 * The content of a container that is about to be stopped or removed could not be
	 * saved.
	 * @param reason the reason
	 */
	default void notSaved(String reason) {
	}

	/**
	 * There is something that the user has to know of the container.
	 * @param notice a sentence without a full stop
	 */
	default void notice(String notice) {
	}

	/**
	 * An instance is ready for work.
	 * @param instance the instance, running
	 */
	default void ready(Instance instance) {
	}

	/**
	 * A new container is told of proxies that it cannot reach.
	 * @param variables the names of their variables
	 */
	default void proxyOutOfReach(List<String> variables) {
	}

}
