package com.headjack.session;

/**
 * How a user's visit to a session ended.
 *
 * @param session the session as it was left: it may go on, or have ended
 * @param terminalGone whether the terminal was gone before the user left
 */
public record Visit(Session session, boolean terminalGone) {

}
