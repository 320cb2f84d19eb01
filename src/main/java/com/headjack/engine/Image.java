package com.headjack.engine;

import java.util.Map;

/**
 * A local image of an engine.
 *
 * @param id its digest
 * @param user the default user of its containers, as the image names it; empty for root
 * @param labels its labels
 */
public record Image(String id, String user, Map<String, String> labels) {

	public Image {
		labels = Map.copyOf(labels);
	}

}
