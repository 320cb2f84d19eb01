package com.headjack.foreign;

import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/**
 * A native function that sets no error number.
 */
public final class PlainFunction {

	private final MethodHandle handle;

	PlainFunction(MethodHandle handle) {
		this.handle = handle;
	}

	/**
	 * Calls the function.
	 * @param <T> the type of the result
	 * @param invocation passes the arguments
	 * @return the invocation's result
	 */
	public <T extends @Nullable Object> T call(Invocation<T> invocation) {
		try {
			return invocation.invoke(this.handle);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("A native function threw", ex);
		}
	}

	/**
	 * Passes the arguments.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	public interface Invocation<T extends @Nullable Object> {

		/**
		 * Calls {@link MethodHandle#invokeExact}.
		 * @param handle takes the function's arguments
		 * @return the function's result
		 * @throws Throwable as declared by {@link MethodHandle#invokeExact}
		 */
		T invoke(MethodHandle handle) throws Throwable;

	}

}
