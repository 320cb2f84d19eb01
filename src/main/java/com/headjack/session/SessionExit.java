package com.headjack.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a session's program has ended.
 *
 * @param code its exit code
 * @param outOfMemory whether the kernel killed it for lack of memory
 */
record SessionExit(int code, boolean outOfMemory) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,3})( memory)?");

	/**
	 * Reads what a container has written.
	 * @param text the text
	 * @return the exit, or empty if the text has another form
	 */
	static Optional<SessionExit> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches()
				? Optional.of(new SessionExit(Integer.parseInt(matcher.group(1)), matcher.group(2) != null))
				: Optional.empty();
	}

}
