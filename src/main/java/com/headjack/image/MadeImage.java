package com.headjack.image;

/**
 * The image of an order.
 *
 * @param name its name
 * @param built whether it was built, or was there already
 * @param configured whether new instances get it without being told
 */
public record MadeImage(String name, boolean built, boolean configured) {

}
