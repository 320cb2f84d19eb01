package com.headjack.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A native function that returns an integer and, on failure, an error number.
 */
public final class NativeFunction {

	private final MethodHandle handle;

	private final long failed;

	private final VarHandle number;

	NativeFunction(MethodHandle handle, FailureReport report) {
		this.handle = handle;
		this.failed = report.result();
		this.number = NativeLibrary.STATE.varHandle(PathElement.groupElement(report.state()));
	}

	/**
	 * Calls the function.
	 * @param operation the name of the call for the message of a failure
	 * @param invocation passes the arguments
	 * @return the function's result
	 * @throws NativeCallException if the function failed
	 */
	public long call(String operation, Invocation invocation) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(NativeLibrary.STATE);
			long result = invoke(invocation, state);
			if (result == this.failed) {
				throw new NativeCallException(operation, (int) this.number.get(state, 0L));
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
		 * Calls {@link MethodHandle#invokeExact}.
		 * @param handle takes the state and then the function's arguments
		 * @param state receives the error number
		 * @return the function's result
		 * @throws Throwable as declared by {@link MethodHandle#invokeExact}
		 */
		long invoke(MethodHandle handle, MemorySegment state) throws Throwable;

	}

}
