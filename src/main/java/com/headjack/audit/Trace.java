package com.headjack.audit;

/**
 * A place where a login was found.
 *
 * @param where the place, without the login
 * @param login whose login it is
 */
public record Trace(String where, String login) {
}
