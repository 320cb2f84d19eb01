package com.headjack.engine;

/**
 * A local image of an engine.
 *
 * @param id its digest
 * @param user the default user of its containers, as the image names it; empty for root
 */
public record Image(String id, String user) {

}
