package com.headjack.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The containers of several engines.
 *
 * @param containers the containers of those that answered
 * @param silent why others did not, by their names
 * @param asked the names of all that were asked
 */
public record ContainerListing(List<ContainerState> containers, Map<String, EngineException> silent,
		Set<String> asked) {

	public ContainerListing {
		containers = List.copyOf(containers);
		silent = Map.copyOf(silent);
		asked = Set.copyOf(asked);
	}

	/**
	 * Returns the same listing with some of the containers.
	 * @param some the containers
	 * @return the listing
	 */
	public ContainerListing of(List<ContainerState> some) {
		return new ContainerListing(some, this.silent, this.asked);
	}

	/**
	 * Adds what other engines have.
	 * @param others their listing
	 * @return the listing of all
	 */
	public ContainerListing and(ContainerListing others) {
		Map<String, EngineException> all = new HashMap<>(this.silent);
		all.putAll(others.silent);
		Set<String> names = new HashSet<>(this.asked);
		names.addAll(others.asked);
		return new ContainerListing(Stream.concat(this.containers.stream(), others.containers.stream()).toList(), all,
				names);
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
