package com.headjack.client;

import java.util.List;
import java.util.Map;

/**
 * The variables that the launcher sets aside, since they would disturb Java.
 */
final class UserEnvironment {

	private static final String SET_ASIDE = "HJK_USER_";

	/**
	 * The launcher always sets this one, also for a user who has none.
	 */
	private static final String LOCALE = "LC_ALL";

	private UserEnvironment() {
	}

	/**
	 * Gives the variables their own names and values again.
	 * @param environment the variables of a program that is to be started; changed
	 */
	static void giveBack(Map<String, String> environment) {
		for (String name : List.copyOf(environment.keySet())) {
			if (name.startsWith(SET_ASIDE)) {
				String value = environment.remove(name);
				give(name.substring(SET_ASIDE.length()), (value != null) ? value : "", environment);
			}
		}
	}

	private static void give(String name, String value, Map<String, String> environment) {
		if (name.equals(LOCALE) && value.isEmpty()) {
			environment.remove(name);
		}
		else {
			environment.put(name, value);
		}
	}

}
