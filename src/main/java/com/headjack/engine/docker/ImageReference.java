package com.headjack.engine.docker;

import com.github.dockerjava.core.NameParser;

/**
 * An image's name as a registry takes it.
 *
 * @param repository the name without its tag, but with its digest
 * @param tag the tag, or empty if there is a digest
 */
record ImageReference(String repository, String tag) {

	/**
	 * Splits a name.
	 * @param image the name, with or without a tag or digest
	 * @return its parts, with the tag {@code latest} if it has neither: the engine would
	 * take none for all tags that there are
	 */
	static ImageReference parse(String image) {
		NameParser.ReposTag parts = NameParser.parseRepositoryTag(image);
		boolean open = parts.tag.isEmpty() && !image.contains("@");
		return new ImageReference(parts.repos, open ? "latest" : parts.tag);
	}

}
