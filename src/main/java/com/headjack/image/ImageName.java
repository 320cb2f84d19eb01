package com.headjack.image;

/**
 * A name of an image with its tag.
 *
 * @param text the name, such as {@code headjack/agent:latest}
 */
record ImageName(String text) {

	private static final String AGENTS = "headjack/agent";

	/**
	 * Completes a name.
	 * @param name the name, with or without a tag or digest
	 * @return the name with the tag {@code latest} if it has neither
	 */
	static ImageName of(String name) {
		boolean tagged = name.substring(name.lastIndexOf('/') + 1).contains(":");
		return new ImageName((tagged || name.contains("@")) ? name : name + ":latest");
	}

	/**
	 * Whether the name is one that Headjack's own images have.
	 */
	boolean ofHeadjack() {
		return this.text.startsWith(AGENTS + ":");
	}

	@Override
	public String toString() {
		return this.text;
	}

}
