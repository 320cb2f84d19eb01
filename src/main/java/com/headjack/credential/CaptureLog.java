package com.headjack.credential;

/**
 * Is told what happens to a credential on its way in.
 */
@FunctionalInterface
public interface CaptureLog {

	/**
	 * Something that does not belong to a credential was taken out of what was given.
	 * @param what what was taken out, such as {@code line breaks}
	 */
	void repaired(String what);

}
