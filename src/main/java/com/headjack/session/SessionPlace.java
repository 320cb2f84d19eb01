package com.headjack.session;

import com.headjack.instance.Instance;

/**
 * A session and where it runs.
 *
 * @param instance the instance
 * @param session the session
 */
public record SessionPlace(Instance instance, Session session) {

}
