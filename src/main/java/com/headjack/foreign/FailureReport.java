package com.headjack.foreign;

/**
 * How a native function reports that it failed.
 *
 * @param result what it returns then
 * @param state the name of the thread's variable that holds the error number then, as
 * {@link java.lang.foreign.Linker.Option#captureCallState} knows it
 */
public record FailureReport(long result, String state) {

	/**
	 * As the C library does: -1, and {@code errno}.
	 */
	public static final FailureReport ERRNO = new FailureReport(-1, "errno");

	/**
	 * As Windows does: {@code FALSE}, and {@code GetLastError}.
	 */
	public static final FailureReport LAST_ERROR = new FailureReport(0, "GetLastError");

}
