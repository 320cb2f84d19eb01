package com.headjack.engine;

/**
 * The size of a terminal, in characters.
 *
 * @param rows its height
 * @param columns its width
 */
public record TerminalSize(int rows, int columns) {

}
