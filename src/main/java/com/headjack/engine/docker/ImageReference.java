package com.headjack.engine.docker;

/**
 * An image's name as a registry takes it.
 *
 * @param repository the name without its tag
 * @param tag the tag or digest
 */
record ImageReference(String repository, String tag) {

	/**
	 * Splits a name.
	 * @param image the name, with or without a tag or digest
	 * @return its parts, with the tag {@code latest} if it has none
	 */
	static ImageReference parse(String image) {
		int digest = image.indexOf('@');
		if (digest >= 0) {
			return new ImageReference(image.substring(0, digest), image.substring(digest + 1));
		}
		int colon = image.lastIndexOf(':');
		boolean tagged = colon > image.lastIndexOf('/');
		return tagged ? new ImageReference(image.substring(0, colon), image.substring(colon + 1))
				: new ImageReference(image, "latest");
	}

}
