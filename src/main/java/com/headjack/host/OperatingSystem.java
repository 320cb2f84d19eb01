package com.headjack.host;

import java.util.Locale;

/**
 * The operating systems that are told apart.
 */
public enum OperatingSystem {

	LINUX, MACOS, WINDOWS, OTHER;

	/**
	 * Tells the operating system by its name.
	 * @param name the name, as in the system property {@code os.name}
	 * @return the operating system
	 */
	public static OperatingSystem parse(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.startsWith("linux")) {
			return LINUX;
		}
		if (lower.startsWith("mac")) {
			return MACOS;
		}
		return lower.startsWith("windows") ? WINDOWS : OTHER;
	}

}
