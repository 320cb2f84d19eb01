package com.headjack.session;

import java.time.Instant;

/**
 * What the host keeps of a session.
 *
 * @param name its name
 * @param type what it runs
 * @param created when it was started
 * @param accessed when it was last used
 * @param boot which start of the container it belongs to
 */
record SessionRecord(String name, String type, Instant created, Instant accessed, String boot) {

}
