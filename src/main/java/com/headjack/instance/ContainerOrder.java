package com.headjack.instance;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a new container.
 *
 * @param image its image, or {@code null} for the configured one
 * @param engine the name of its engine, or {@code null} for the configured one
 */
public record ContainerOrder(@Nullable String image, @Nullable String engine) {

	/**
	 * What is configured.
	 */
	public static final ContainerOrder USUAL = new ContainerOrder(null, null);

}
