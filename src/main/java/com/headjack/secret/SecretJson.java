package com.headjack.secret;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON that holds secrets. Jackson's own mappers keep the buffers of
 * what they read and wrote for the next text, and with them the text.
 */
public final class SecretJson {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
		.build();

	private SecretJson() {
	}

	/**
	 * Returns a mapper that keeps no buffer.
	 * @return the mapper, which can be rebuilt with other features
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

}
