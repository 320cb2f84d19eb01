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
 * Serves a named pipe as Docker does: in messages, an empty one of which ends the input.
 */
final class PipeServer {

	private static final int DUPLEX = 3;

	private static final int MESSAGES = 4;

	private static final int SIZE = 64 * 1024;

	private static final int PIPE_CONNECTED = 535;

	private final NativeFunction connect = link("ConnectNamedPipe", ValueLayout.ADDRESS);

	private final NativeFunction read = link("ReadFile", ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
			ValueLayout.ADDRESS);

	private final NativeFunction write = link("WriteFile", ValueLayout.ADDRESS, ValueLayout.JAVA_INT,
			ValueLayout.ADDRESS, ValueLayout.ADDRESS);

	private final NativeFunction flush = link("FlushFileBuffers");

	private final NativeFunction close = link("CloseHandle");

	private final long pipe;

	private PipeServer(long pipe) {
		this.pipe = pipe;
	}

	/**
	 * Serves one connection.
	 */
	static void serve(String name, Conversation conversation) {
		PipeServer server = new PipeServer(create(name));
		Thread.ofPlatform().daemon().start(() -> {
			server.await();
			conversation.with(server);
			server.call(server.flush, "FlushFileBuffers");
			server.call(server.close, "CloseHandle");
		});
	}

	private static long create(String name) {
		ValueLayout number = ValueLayout.JAVA_INT;
		NativeFunction create = NativeLibrary.named("kernel32")
			.link("CreateNamedPipeW", new FailureReport(-1, "GetLastError"),
					FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, number, number, number, number,
							number, number, ValueLayout.ADDRESS));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment text = arena.allocateFrom(name.replace('/', '\\'), StandardCharsets.UTF_16LE);
			return create.call("CreateNamedPipeW", (handle, state) -> (long) handle.invokeExact(state, text, DUPLEX,
					MESSAGES, 1, SIZE, SIZE, 0, MemorySegment.NULL));
		}
	}

	private static NativeFunction link(String name, ValueLayout... arguments) {
		return NativeLibrary.named("kernel32")
			.link(name, FailureReport.LAST_ERROR, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)
				.appendArgumentLayouts(arguments));
	}

	private void await() {
		try {
			this.connect.call("ConnectNamedPipe",
					(handle, state) -> (int) handle.invokeExact(state, this.pipe, MemorySegment.NULL));
		}
		catch (NativeCallException ex) {
			if (ex.errno() != PIPE_CONNECTED) {
				throw ex;
			}
		}
	}

	private void call(NativeFunction function, String name) {
		function.call(name, (handle, state) -> (int) handle.invokeExact(state, this.pipe));
	}

	/**
	 * Waits for a message, or a part of it.
	 * @return its bytes, none at the end of the input
	 */
	byte[] read() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment block = arena.allocate(SIZE);
			MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
			this.read.call("ReadFile", (handle,
					state) -> (int) handle.invokeExact(state, this.pipe, block, SIZE, count, MemorySegment.NULL));
			return block.asSlice(0, count.get(ValueLayout.JAVA_INT, 0)).toArray(ValueLayout.JAVA_BYTE);
		}
	}

	void write(byte[] bytes) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment block = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
			MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
			this.write.call("WriteFile", (handle, state) -> (int) handle.invokeExact(state, this.pipe, block,
					bytes.length, count, MemorySegment.NULL));
		}
	}

	/**
	 * What is said on a connection.
	 */
	@FunctionalInterface
	interface Conversation {

		void with(PipeServer client);

	}

}
