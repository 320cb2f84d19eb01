package com.headjack.credential;

/**
 * Receives the events of a capture.
 */
public interface CaptureLog {

	/**
	 * A listener that does nothing.
	 */
	CaptureLog SILENT = new CaptureLog() {

		@Override
		public void repaired(String what) {
		}

		@Override
		public void found(String file) {
		}

		@Override
		public void warned(String why) {
		}

	};

	/**
	 * The capture removed text that is not part of the credential.
	 * @param what the removed text, such as {@code line breaks}
	 */
	void repaired(String what);

	/**
	 * The credential was found in a file.
	 * @param file the file, as it is shown
	 */
	void found(String file);

	/**
	 * The credential may not work.
	 * @param why the reason, and what to do about it
	 */
	void warned(String why);

}
