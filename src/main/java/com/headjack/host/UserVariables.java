package com.headjack.host;

import java.util.Map;

/**
 * The variables that the launcher sets aside, since they would disturb Java: the locale,
 * and options for other Java programs. Programs that hjk starts get them back.
 */
public final class UserVariables {

	private static final String SET_ASIDE = "HJK_USER_";

	/**
	 * The launcher always sets this one, also for a user who has none.
	 */
	private static final String LOCALE = "LC_ALL";

	private UserVariables() {
	}

	/**
	 * Gives the variables their own names and values again.
	 * @param environment the variables of a program that is to be started; changed
	 */
	public static void giveBack(Map<String, String> environment) {
		Map.copyOf(environment).forEach((name, value) -> {
			if (name.startsWith(SET_ASIDE)) {
				environment.remove(name);
				give(name.substring(SET_ASIDE.length()), value, environment);
			}
		});
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
