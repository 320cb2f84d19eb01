package com.headjack.credential;

/**
 * Receives the events of a capture.
 */
@FunctionalInterface
public interface CaptureLog {

	/**
	 * The capture removed text that is not part of the credential.
	 * @param what the removed text, such as {@code line breaks}
	 */
	void repaired(String what);

}
