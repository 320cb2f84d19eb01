package com.headjack.engine;

/**
 * What builds images, engine by engine.
 */
@FunctionalInterface
public interface ImageBuilders {

	/**
	 * Opens what builds images on an engine, without reaching it.
	 * @param engine the engine's name
	 * @return the builder, which the caller closes
	 * @throws EngineException if there is no engine of that name
	 */
	ImageBuilder on(String engine);

}
