package com.headjack.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The containers of several engines.
 *
 * @param containers the containers of those that answered
 * @param silent why others did not, by their names
 */
public record ContainerListing(List<ContainerState> containers, Map<String, EngineException> silent) {

	public ContainerListing {
		containers = List.copyOf(containers);
		silent = Map.copyOf(silent);
	}

	/**
	 * Adds what other engines have.
	 * @param others their listing
	 * @return the listing of all
	 */
	public ContainerListing and(ContainerListing others) {
		Map<String, EngineException> all = new HashMap<>(this.silent);
		all.putAll(others.silent);
		return new ContainerListing(Stream.concat(this.containers.stream(), others.containers.stream()).toList(), all);
	}

	/**
	 * Returns the containers of all engines.
	 * @return the containers
	 * @throws EngineException if an engine did not answer
	 */
	public List<ContainerState> all() {
		this.silent.values().stream().findFirst().ifPresent((failure) -> {
			throw failure;
		});
		return this.containers;
	}

}
