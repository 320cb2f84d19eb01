package com.headjack.session;

import com.headjack.instance.Instance;

/**
 * A session and its instance.
 *
 * @param instance the instance
 * @param session the session
 */
public record SessionPlace(Instance instance, Session session) {

}
