package com.headjack.store.libsecret;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

import com.headjack.foreign.NativeCallException;
import com.headjack.foreign.NativeFunction;
import com.headjack.foreign.NativeLibrary;

/**
 * A socket of the kernel's that is known by a name and not by a file, which Java cannot
 * connect to. Every call throws {@link NativeCallException} if it fails.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
final class NativeSocket {

	private static final int UNIX = 1;

	private static final int STREAM_CLOSED_ON_EXEC = 1 | 0x80000;

	private static final int NO_SIGNAL = 0x4000;

	private static final int BOTH_WAYS = 2;

	private static final NativeFunction SOCKET = link("socket", FunctionDescriptor.of(ValueLayout.JAVA_INT,
			ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

	private static final NativeFunction CONNECT = link("connect", FunctionDescriptor.of(ValueLayout.JAVA_INT,
			ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

	private static final NativeFunction RECEIVE = link("recv", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
			ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

	private static final NativeFunction SEND = link("send", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
			ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

	private static final NativeFunction SHUTDOWN = link("shutdown",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

	private static final NativeFunction CLOSE = link("close",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

	private final int descriptor;

	private NativeSocket(int descriptor) {
		this.descriptor = descriptor;
	}

	/**
	 * Connects to a socket.
	 * @param name its name
	 */
	static NativeSocket connect(String name) {
		NativeSocket socket = new NativeSocket((int) SOCKET.call("socket",
				(handle, state) -> (int) handle.invokeExact(state, UNIX, STREAM_CLOSED_ON_EXEC, 0)));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment address = address(arena, name);
			CONNECT.call("connect", (handle,
					state) -> (int) handle.invokeExact(state, socket.descriptor, address, (int) address.byteSize()));
			return socket;
		}
		catch (NativeCallException ex) {
			socket.close();
			throw ex;
		}
	}

	// The family, and then a zero instead of a path's first character.
	private static MemorySegment address(Arena arena, String name) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		MemorySegment address = arena.allocate(Short.BYTES + 1 + bytes.length, Short.BYTES);
		address.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
		MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, Short.BYTES + 1, bytes.length);
		return address;
	}

	/**
	 * Receives bytes.
	 * @return how many, or none at the end
	 */
	int receive(MemorySegment into) {
		return (int) RECEIVE.call("recv",
				(handle, state) -> (long) handle.invokeExact(state, this.descriptor, into, into.byteSize(), 0));
	}

	/**
	 * Sends bytes.
	 * @return how many
	 */
	int send(MemorySegment from) {
		return (int) SEND.call("send",
				(handle, state) -> (long) handle.invokeExact(state, this.descriptor, from, from.byteSize(), NO_SIGNAL));
	}

	/**
	 * Ends the wait of whoever receives or sends.
	 */
	void shutDown() {
		SHUTDOWN.call("shutdown", (handle, state) -> (int) handle.invokeExact(state, this.descriptor, BOTH_WAYS));
	}

	void close() {
		CLOSE.call("close", (handle, state) -> (int) handle.invokeExact(state, this.descriptor));
	}

	private static NativeFunction link(String name, FunctionDescriptor descriptor) {
		return NativeLibrary.standard().link(name, descriptor);
	}

}
