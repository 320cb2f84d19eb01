package com.headjack.engine.docker;

import com.github.dockerjava.core.NameParser;

/**
 * An image's name in the form that a pull takes.
 *
 * @param repository the name without its tag, but with its digest
 * @param tag the tag, or empty if there is a digest
 */
record ImageReference(String repository, String tag) {

	/**
	 * Splits a name.
	 * @param image the name, with or without a tag or digest
	 * @return its parts, with the tag {@code latest} if the name has neither: without a
	 * tag, the engine would pull all tags
	 */
	static ImageReference parse(String image) {
		NameParser.ReposTag parts = NameParser.parseRepositoryTag(image);
		boolean open = parts.tag.isEmpty() && !image.contains("@");
		return new ImageReference(parts.repos, open ? "latest" : parts.tag);
	}

}
