package com.headjack.engine;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What to build: a Dockerfile with the files beside it, without those that its
 * {@code .dockerignore} names.
 *
 * @param name the name of the image
 * @param dockerfile the Dockerfile, whose folder is the context
 * @param additions contents of files that the context has besides, by their paths in it
 * @param target the last stage to build, or {@code null} for the last one of the file
 * @param arguments the build arguments
 * @param labels the labels of the image
 * @param leftovers a label, with its value, of what the build leaves without a name and
 * what goes afterwards, or {@code null} for nothing
 * @param cached whether layers of an earlier build may be used
 * @param pulled whether to look for newer images to build on
 */
public record ImageBuild(String name, Path dockerfile, Map<String, byte[]> additions, @Nullable String target,
		Map<String, String> arguments, Map<String, String> labels, @Nullable String leftovers, boolean cached,
		boolean pulled) {

	public ImageBuild {
		additions = Map.copyOf(additions);
		arguments = Map.copyOf(arguments);
		labels = Map.copyOf(labels);
	}

	/**
	 * A build of a Dockerfile, with the cache and without more.
	 * @param name the name of the image
	 * @param dockerfile the Dockerfile
	 * @return the build
	 */
	public static ImageBuild of(String name, Path dockerfile) {
		return new ImageBuild(name, dockerfile, Map.of(), null, Map.of(), Map.of(), null, true, false);
	}

	/**
	 * Tells what of earlier builds and pulls it may use.
	 * @param cached whether layers of an earlier build may be used
	 * @param pulled whether to look for newer images to build on
	 * @return the build
	 */
	public ImageBuild using(boolean cached, boolean pulled) {
		return new ImageBuild(this.name, this.dockerfile, this.additions, this.target, this.arguments, this.labels,
				this.leftovers, cached, pulled);
	}

}
