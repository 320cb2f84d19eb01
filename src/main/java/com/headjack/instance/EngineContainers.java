package com.headjack.instance;

import java.util.function.Function;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.Engines;

/**
 * The containers of instances, engine by engine.
 *
 * @param engines the engines
 * @param making makes what deals with the containers of an engine
 */
record EngineContainers(Engines engines, Function<ContainerEngine, InstanceContainers> making) {

	/**
	 * Returns what deals with the containers of an engine.
	 * @param name the engine's name
	 */
	InstanceContainers on(String name) {
		return this.making.apply(this.engines.named(name));
	}

}
