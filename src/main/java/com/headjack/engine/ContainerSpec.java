package com.headjack.engine;

import java.util.List;
import java.util.Map;

/**
 * The specification of a container. All of it can be read back from the engine, so
 * nothing in it may be secret, and no type in it can hold a secret.
 *
 * @param name the container's name
 * @param image the image's name
 * @param user the user and group of its processes, as numbers separated by a colon
 * @param workingDirectory the working directory of its processes
 * @param command the main program with its arguments
 * @param environment the environment variables of all its processes
 * @param labels the labels to find it by
 * @param mounts its mounts
 * @param options the user's additional options
 */
public record ContainerSpec(String name, String image, String user, String workingDirectory, List<String> command,
		Map<String, String> environment, Map<String, String> labels, List<Mount> mounts, RuntimeOptions options) {

	public ContainerSpec {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
		labels = Map.copyOf(labels);
		mounts = List.copyOf(mounts);
	}

	/**
	 * Copies this specification under another name.
	 * @param name the container's name
	 * @return the copy
	 */
	public ContainerSpec named(String name) {
		return new ContainerSpec(name, this.image, this.user, this.workingDirectory, this.command, this.environment,
				this.labels, this.mounts, this.options);
	}

}
