package com.headjack.journal;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened to a login.
 *
 * @param branch the branch of the instance, or {@code null} if it was on this machine
 * @param session the name of the session, or {@code null} if there is none
 */
public record LoginPlace(@Nullable String branch, @Nullable String session) {

	/**
	 * This machine.
	 */
	public static final LoginPlace HERE = new LoginPlace(null, null);

}
