package com.headjack.instance;

import java.util.List;
import java.util.Map;

import com.headjack.engine.EngineException;

/**
 * The instances of several engines.
 *
 * @param instances the instances; those of an engine that did not answer have the status
 * {@link InstanceStatus#UNREACHABLE}
 * @param silent why engines did not answer, by their names
 */
public record FoundInstances(List<Instance> instances, Map<String, EngineException> silent) {

	public FoundInstances {
		instances = List.copyOf(instances);
		silent = Map.copyOf(silent);
	}

	/**
	 * Returns the instances of all engines that were asked.
	 * @return the instances
	 * @throws EngineException if an engine did not answer
	 */
	List<Instance> required() {
		this.silent.values().stream().findFirst().ifPresent((failure) -> {
			throw failure;
		});
		return this.instances;
	}

}
