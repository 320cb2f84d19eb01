package com.headjack.foreign;

import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/**
 * A linked native function that leaves no error number.
 */
public final class PlainFunction {

	private final MethodHandle handle;

	PlainFunction(MethodHandle handle) {
		this.handle = handle;
	}

	/**
	 * Calls the function.
	 * @param <T> what the function returns
	 * @param invocation invokes the handle, exactly, with the arguments
	 * @return what the invocation gave
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
	 * @param <T> what the function returns
	 */
	@FunctionalInterface
	public interface Invocation<T extends @Nullable Object> {

		/**
		 * Invokes the handle.
		 * @param handle takes the function's arguments
		 * @return what the function returned
		 * @throws Throwable as declared by {@link MethodHandle#invokeExact}
		 */
		T invoke(MethodHandle handle) throws Throwable;

	}

}
