package com.headjack.instance;

/**
 * The image of the project, which has what agents need. As a remedy it is of no use to a
 * user who has it already.
 */
public final class AgentImage {

	/**
	 * Its name.
	 */
	public static final String NAME = "headjack/agent:latest";

	private AgentImage() {
	}

	/**
	 * Returns a remedy for an image.
	 * @param image the image that does not do
	 * @param other the remedy that names this image
	 * @param same the remedy if the image is this one
	 * @return one of the two
	 */
	public static String remedy(String image, String other, String same) {
		return image.matches("headjack/agent(:.*)?") ? same : other;
	}

}
