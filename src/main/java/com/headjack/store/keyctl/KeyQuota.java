package com.headjack.store.keyctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the usage of the user's quota for kernel keys.
 *
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_key-users.5.html">proc_key-users(5)</a>
 */
record KeyQuota(Path keyUsers, Path self) {

	private static final Pattern USER = Pattern.compile(
			"\\s*(?<uid>\\d+):\\s+\\d+\\s+\\d+/\\d+\\s+(?<keys>\\d+)/(?<maxKeys>\\d+)\\s+(?<bytes>\\d+)/(?<maxBytes>\\d+)");

	/**
	 * Returns the quota of this process's user.
	 */
	static KeyQuota ofThisUser() {
		return new KeyQuota(Path.of("/proc/key-users"), Path.of("/proc/self"));
	}

	/**
	 * Describes the usage.
	 * @return a phrase with the used and the allowed numbers of bytes and keys, or one
	 * that says that they are unknown
	 */
	String usage() {
		try {
			String uid = Files.getAttribute(this.self, "unix:uid").toString();
			return Files.readAllLines(this.keyUsers)
				.stream()
				.map(USER::matcher)
				.filter((user) -> user.matches() && user.group("uid").equals(uid))
				.findFirst()
				.map(KeyQuota::phrase)
				.orElse("its quota is not known");
		}
		catch (IOException ex) {
			return "its quota cannot be read";
		}
	}

	private static String phrase(Matcher user) {
		return "%s of %s bytes and %s of %s keys are used".formatted(user.group("bytes"), user.group("maxBytes"),
				user.group("keys"), user.group("maxKeys"));
	}

}
