package com.headjack.engine;

/**
 * An image that the engine has.
 *
 * @param id its digest
 * @param user the user that its containers have by default, as the image names it; empty
 * for root
 */
public record Image(String id, String user) {

}
