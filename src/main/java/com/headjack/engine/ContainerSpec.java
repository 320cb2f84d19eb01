package com.headjack.engine;

import java.util.List;
import java.util.Map;

/**
 * What a container is made of. All of it can be read back from the engine, so nothing in
 * it may be secret, and no type in it can hold a secret.
 *
 * @param name the container's name
 * @param image the image's name
 * @param user the user and group of its processes, as numbers with a colon between
 * @param workingDirectory the folder that its processes start in
 * @param command the main program with its arguments
 * @param environment the variables of all its processes
 * @param labels the labels that it is found by
 * @param mounts what of the host it sees
 * @param options what the user wants besides
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
	 * The same under another name.
	 * @param name the container's name
	 * @return what it is made of
	 */
	public ContainerSpec named(String name) {
		return new ContainerSpec(name, this.image, this.user, this.workingDirectory, this.command, this.environment,
				this.labels, this.mounts, this.options);
	}

}
