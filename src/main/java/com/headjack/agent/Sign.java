package com.headjack.agent;

import org.jspecify.annotations.Nullable;

/**
 * A sign, in another file of the agent, that its login is not in the usual file.
 *
 * @param file the other file, relative to the source's folder
 * @param pattern what the file has a match for, or {@code null} if it need only be there
 * @param until what ends the part of the file that counts, or {@code null} if all counts
 * @param says what the agent does instead, such as {@code keeps its login in the keyring}
 * @param remedy what the user does about it
 * @param decides whether the sign counts beside a login file too, which the agent then
 * does not use
 */
public record Sign(String file, @Nullable ProfilePattern pattern, @Nullable ProfilePattern until, String says,
		String remedy, boolean decides) {

	/**
	 * Whether the file's text is this sign.
	 * @param text the text of the file
	 * @return whether the part that counts has a match
	 */
	public boolean isIn(CharSequence text) {
		return this.pattern == null || this.pattern.isIn(text.subSequence(0, end(text)));
	}

	private int end(CharSequence text) {
		return (this.until != null) ? this.until.indexIn(text).orElse(text.length()) : text.length();
	}

}
