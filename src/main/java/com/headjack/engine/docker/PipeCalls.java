package com.headjack.engine.docker;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

import com.headjack.foreign.FailureReport;
import com.headjack.foreign.NativeCallException;
import com.headjack.foreign.NativeFunction;
import com.headjack.foreign.NativeLibrary;

/**
 * The Windows functions for named pipes. Each throws {@link NativeCallException} with the
 * Windows error number on failure.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/ipc/named-pipes">Named
 * Pipes</a>
 */
final class PipeCalls {

	static final int FILE_NOT_FOUND = 2;

	static final int ACCESS_DENIED = 5;

	static final int BROKEN_PIPE = 109;

	static final int PIPE_BUSY = 231;

	static final int PIPE_NOT_CONNECTED = 233;

	static final int IO_PENDING = 997;

	static final int READ_AND_WRITE = 0xC0000000;

	static final int OPEN_EXISTING = 3;

	static final int OVERLAPPED = 0x40000000;

	static final long OVERLAPPED_SIZE = 32;

	static final long OVERLAPPED_EVENT = 24;

	private static final FailureReport NO_HANDLE = new FailureReport(-1, FailureReport.LAST_ERROR.state());

	private final NativeFunction create;

	private final NativeFunction event;

	private final NativeFunction read;

	private final NativeFunction write;

	private final NativeFunction result;

	private final NativeFunction cancel;

	private final NativeFunction close;

	private PipeCalls(NativeLibrary library) {
		ValueLayout number = ValueLayout.JAVA_INT;
		ValueLayout handle = ValueLayout.JAVA_LONG;
		ValueLayout pointer = ValueLayout.ADDRESS;
		FailureReport report = FailureReport.LAST_ERROR;
		FunctionDescriptor transfer = FunctionDescriptor.of(number, handle, pointer, number, pointer, pointer);
		this.create = library.link("CreateFileW", NO_HANDLE,
				FunctionDescriptor.of(handle, pointer, number, number, pointer, number, number, handle));
		this.event = library.link("CreateEventW", report,
				FunctionDescriptor.of(handle, pointer, number, number, pointer));
		this.read = library.link("ReadFile", report, transfer);
		this.write = library.link("WriteFile", report, transfer);
		this.result = library.link("GetOverlappedResult", report,
				FunctionDescriptor.of(number, handle, pointer, pointer, number));
		this.cancel = library.link("CancelIoEx", report, FunctionDescriptor.of(number, handle, pointer));
		this.close = library.link("CloseHandle", report, FunctionDescriptor.of(number, handle));
	}

	/**
	 * Links the functions of Windows.
	 */
	static PipeCalls ofWindows() {
		return new PipeCalls(NativeLibrary.named("kernel32"));
	}

	/**
	 * Opens a pipe.
	 * @param name the pipe's name, with backslashes
	 * @return the handle, to be closed
	 */
	long open(String name) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment text = arena.allocateFrom(name, StandardCharsets.UTF_16LE);
			return this.create.call("CreateFileW", (handle, state) -> (long) handle.invokeExact(state, text,
					READ_AND_WRITE, 0, MemorySegment.NULL, OPEN_EXISTING, OVERLAPPED, 0L));
		}
	}

	/**
	 * Waits for bytes.
	 * @return how many came; 0 at the end of the input
	 */
	int read(long pipe, MemorySegment block) {
		return transfer(this.read, "ReadFile", pipe, block);
	}

	/**
	 * Writes bytes.
	 * @return how many were written
	 */
	int write(long pipe, MemorySegment block) {
		return transfer(this.write, "WriteFile", pipe, block);
	}

	// Overlapped, since on one handle a write would otherwise wait for a pending read.
	private int transfer(NativeFunction function, String name, long pipe, MemorySegment block) {
		try (Arena arena = Arena.ofConfined()) {
			long event = this.event.call("CreateEventW",
					(handle, state) -> (long) handle.invokeExact(state, MemorySegment.NULL, 1, 0, MemorySegment.NULL));
			MemorySegment overlapped = arena.allocate(OVERLAPPED_SIZE, ValueLayout.JAVA_LONG.byteAlignment());
			overlapped.set(ValueLayout.JAVA_LONG, OVERLAPPED_EVENT, event);
			try {
				start(function, name, pipe, block, overlapped);
				return await(name, pipe, overlapped, arena.allocate(ValueLayout.JAVA_INT));
			}
			finally {
				close(event);
			}
		}
	}

	private static void start(NativeFunction function, String name, long pipe, MemorySegment block,
			MemorySegment overlapped) {
		int size = Math.toIntExact(block.byteSize());
		try {
			function.call(name, (handle,
					state) -> (int) handle.invokeExact(state, pipe, block, size, MemorySegment.NULL, overlapped));
		}
		catch (NativeCallException ex) {
			if (ex.errno() != IO_PENDING) {
				throw ex;
			}
		}
	}

	private int await(String name, long pipe, MemorySegment overlapped, MemorySegment count) {
		this.result.call(name, (handle, state) -> (int) handle.invokeExact(state, pipe, overlapped, count, 1));
		return count.get(ValueLayout.JAVA_INT, 0);
	}

	/**
	 * Cancels all pending transfers; fails if there are none.
	 */
	void cancel(long pipe) {
		this.cancel.call("CancelIoEx", (handle, state) -> (int) handle.invokeExact(state, pipe, MemorySegment.NULL));
	}

	void close(long object) {
		this.close.call("CloseHandle", (handle, state) -> (int) handle.invokeExact(state, object));
	}

}
