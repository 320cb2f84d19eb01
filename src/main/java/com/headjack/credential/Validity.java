package com.headjack.credential;

/**
 * How long a credential goes on working, as far as it tells.
 */
public enum Validity {

	/**
	 * For a while, or nothing is known of its end, or its agent renews it by itself.
	 */
	LASTING,

	/**
	 * It expires soon.
	 */
	ENDING,

	/**
	 * It has expired by an estimate, or just now by a clock that may be a little wrong.
	 */
	DOUBTFUL,

	/**
	 * It says that it has expired, and nothing renews it.
	 */
	OVER

}
