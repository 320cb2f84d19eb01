package com.headjack.session;

/**
 * The result of a user's visit to a session.
 *
 * @param session the session at the end of the visit; it may be running or have ended
 * @param terminalGone whether the terminal was closed before the user left
 */
public record Visit(Session session, boolean terminalGone) {

}
