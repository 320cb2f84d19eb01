package com.headjack.foreign;

/**
 * The way in which a native function reports failure.
 *
 * @param result the return value that means failure
 * @param state the captured variable that then holds the error number, by its name in
 * {@link java.lang.foreign.Linker.Option#captureCallState}
 */
public record FailureReport(long result, String state) {

	/**
	 * The C library's way: -1, and the error number in {@code errno}.
	 */
	public static final FailureReport ERRNO = new FailureReport(-1, "errno");

	/**
	 * The Windows way: {@code FALSE}, and the error number from {@code GetLastError}.
	 */
	public static final FailureReport LAST_ERROR = new FailureReport(0, "GetLastError");

}
