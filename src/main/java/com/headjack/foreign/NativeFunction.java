package com.headjack.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A linked native function that returns a number, and leaves an error number when it
 * fails.
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
	 * @param operation what the call does, for the failure's text
	 * @param invocation invokes the handle, exactly, with the state and the arguments
	 * @return what the function returned
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
		 * Invokes the handle.
		 * @param handle takes the state first, then the function's arguments
		 * @param state where the call leaves its error number
		 * @return what the function returned
		 * @throws Throwable as declared by {@link MethodHandle#invokeExact}
		 */
		long invoke(MethodHandle handle, MemorySegment state) throws Throwable;

	}

}
