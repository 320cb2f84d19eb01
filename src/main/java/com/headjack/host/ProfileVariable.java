package com.headjack.host;

/**
 * A variable that an agent's profile names: the agent itself finds its folder by it.
 *
 * @param key its name
 */
public record ProfileVariable(String key) implements Variable {

}
