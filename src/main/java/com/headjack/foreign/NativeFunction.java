package com.headjack.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A linked native function that returns a {@code long}, and -1 for a failure.
 */
public final class NativeFunction {

	private static final int FAILED = -1;

	private final MethodHandle handle;

	NativeFunction(MethodHandle handle) {
		this.handle = handle;
	}

	/**
	 * Calls the function.
	 * @param operation what the call does, for the failure's text
	 * @param invocation invokes the handle, exactly, with the state and the arguments
	 * @return what the function returned
	 * @throws NativeCallException if the function failed
	 */
	public long call(String operation, Invocation invocation) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(NativeLibrary.STATE);
			long result = invoke(invocation, state);
			if (result == FAILED) {
				throw new NativeCallException(operation, (int) NativeLibrary.ERRNO.get(state, 0L));
			}
			return result;
		}
	}

	private long invoke(Invocation invocation, MemorySegment state) {
		try {
			return invocation.invoke(this.handle, state);
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
	 */
	@FunctionalInterface
	public interface Invocation {

		/**
		 * Invokes the handle.
		 * @param handle takes the state first, then the function's arguments
		 * @param state where the call leaves its error number
		 * @return what the function returned
		 * @throws Throwable as declared by {@link MethodHandle#invokeExact}
		 */
		long invoke(MethodHandle handle, MemorySegment state) throws Throwable;

	}

}
