package com.headjack.engine;

import java.time.Instant;
import java.util.Map;

/**
 * A container as the engine lists it.
 *
 * @param id its id
 * @param name its name
 * @param image the image that it was created from
 * @param running whether it runs
 * @param paused whether its programs are paused; then it does not count as running
 * @param created when it was created
 * @param labels its labels
 */
public record ContainerState(String id, String name, String image, boolean running, boolean paused, Instant created,
		Map<String, String> labels) {

	public ContainerState {
		labels = Map.copyOf(labels);
	}

	/**
	 * Returns the same container by another id.
	 */
	ContainerState as(String other) {
		return new ContainerState(other, this.name, this.image, this.running, this.paused, this.created, this.labels);
	}

}
