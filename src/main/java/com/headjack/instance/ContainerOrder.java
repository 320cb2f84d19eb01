package com.headjack.instance;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a new container.
 *
 * @param image its image, or {@code null} for the configured one
 * @param engine the name of its engine, or {@code null} for the configured one
 * @param changes a folder of the working tree whose uncommitted files go along to a new
 * branch, and with them those of the branch's worktree to a copy of the repository; or
 * {@code null} if none go
 */
public record ContainerOrder(@Nullable String image, @Nullable String engine, @Nullable Path changes) {

	/**
	 * What is configured.
	 */
	public static final ContainerOrder USUAL = new ContainerOrder(null, null, null);

}
