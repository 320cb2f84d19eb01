package com.headjack.host;

/**
 * Names that no two commands of this machine use at the same time, for drafts of files.
 */
public final class UniqueName {

	private UniqueName() {
	}

	/**
	 * Names this thread.
	 * @return digits and a hyphen: no other thread of any process has this name now
	 */
	public static String current() {
		return ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
	}

}
