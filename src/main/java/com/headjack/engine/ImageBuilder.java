package com.headjack.engine;

/**
 * Builds images. Creating a builder is cheap and has no side effects.
 */
public interface ImageBuilder extends AutoCloseable {

	/**
	 * Builds an image and gives it its name. The image that had the name goes, unless
	 * something uses it. The build ends with this process, or if the thread is
	 * interrupted.
	 * @param build what to build
	 * @param log is told of the steps and of what they print
	 * @return the id of the image
	 * @throws ImageBuildException if the image cannot be built
	 * @throws EngineUnavailableException if no engine answers
	 */
	String build(ImageBuild build, BuildLog log);

	/**
	 * Closes the connection, if there is one.
	 */
	@Override
	void close();

}
