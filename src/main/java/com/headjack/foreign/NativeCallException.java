package com.headjack.foreign;

/**
 * A native function failed.
 */
public final class NativeCallException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String function;

	private final int errno;

	/**
	 * Creates the failure.
	 * @param function the function's name
	 * @param errno the error number
	 */
	public NativeCallException(String function, int errno) {
		super(function + " failed with error number " + errno);
		this.function = function;
		this.errno = errno;
	}

	public String function() {
		return this.function;
	}

	public int errno() {
		return this.errno;
	}

}
