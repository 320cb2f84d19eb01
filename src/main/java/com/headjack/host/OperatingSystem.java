package com.headjack.host;

import java.util.Locale;

/**
 * The operating systems that Headjack distinguishes.
 */
public enum OperatingSystem {

	LINUX, MACOS, WINDOWS, OTHER;

	/**
	 * Parses the name of an operating system.
	 * @param name the name, as in the system property {@code os.name}
	 * @return the operating system, {@link #OTHER} for an unknown name
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
