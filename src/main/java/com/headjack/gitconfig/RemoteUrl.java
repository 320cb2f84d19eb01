package com.headjack.gitconfig;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords and tokens out of the addresses of repositories.
 */
final class RemoteUrl {

	private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\s]*)@");

	private static final Pattern QUERY = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/?#\\s]*/[^?#\\s]*)[?#]\\S*");

	private static final Pattern SECRET = Pattern.compile(
			"(?i)([?&;])[^=&;#\\s]*(?:token|key|pass|pwd|secret|sig|auth|access|credential|jwt)[^=&;#\\s]*=[^&;#\\s]*");

	private RemoteUrl() {
	}

	/**
	 * Cleans an address. The user of SSH stays, which is no secret; the user of anything
	 * else goes, since it is often a token.
	 * @param url the address, or any text with addresses
	 * @return the text without passwords and tokens
	 */
	static String clean(String url) {
		String known = AUTHORITY.matcher(url).replaceAll((match) -> {
			String user = match.group(2);
			String kept = match.group(1).toLowerCase(Locale.ROOT).contains("ssh")
					? user.replaceFirst("(?s):.*", "") + "@" : "";
			return Matcher.quoteReplacement(match.group(1) + "://" + kept);
		});
		return SECRET.matcher(QUERY.matcher(known).replaceAll("$1")).replaceAll("$1");
	}

	/**
	 * Whether an address holds a password or a token.
	 */
	static boolean secret(String url) {
		return !clean(url).equals(url);
	}

}
