package com.headjack.store.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.headjack.foreign.FailureReport;
import com.headjack.foreign.NativeFunction;
import com.headjack.foreign.NativeLibrary;
import com.headjack.foreign.PlainFunction;

/**
 * Calls the functions through {@code advapi32}. Windows does not guarantee the alignment
 * of the structures that it returns.
 */
final class Advapi32CredentialBindings implements CredentialBindings {

	static final int GENERIC = 1;

	static final int LOCAL_MACHINE = 2;

	static final int TYPES = 7;

	private static final String USER = "headjack";

	private static final long EPOCH_SECONDS = 11_644_473_600L;

	private static final long TICKS_A_SECOND = 10_000_000;

	private static final int NANOSECONDS_A_TICK = 100;

	private final NativeFunction read;

	private final NativeFunction write;

	private final NativeFunction delete;

	private final NativeFunction enumerate;

	private final NativeFunction sessionTypes;

	private final PlainFunction free;

	/**
	 * Links the functions.
	 * @param library the library with the functions
	 * @param report how the functions report a failure
	 */
	Advapi32CredentialBindings(NativeLibrary library, FailureReport report) {
		ValueLayout number = ValueLayout.JAVA_INT;
		ValueLayout pointer = ValueLayout.ADDRESS;
		this.read = library.link("CredReadW", report, FunctionDescriptor.of(number, pointer, number, number, pointer));
		this.write = library.link("CredWriteW", report, FunctionDescriptor.of(number, pointer, number));
		this.delete = library.link("CredDeleteW", report, FunctionDescriptor.of(number, pointer, number, number));
		this.enumerate = library.link("CredEnumerateW", report,
				FunctionDescriptor.of(number, pointer, number, pointer, pointer));
		this.sessionTypes = library.link("CredGetSessionTypes", report, FunctionDescriptor.of(number, number, pointer));
		this.free = library.linkPlain("CredFree", FunctionDescriptor.ofVoid(pointer));
	}

	/**
	 * Links the functions of Windows.
	 */
	static CredentialBindings ofWindows() {
		return new Advapi32CredentialBindings(NativeLibrary.named("advapi32"), FailureReport.LAST_ERROR);
	}

	@Override
	public byte[] read(String target) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = text(arena, target);
			MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
			this.read.call("CredReadW", (handle, state) -> (int) handle.invokeExact(state, name, GENERIC, 0, found));
			MemorySegment credential = found.get(ValueLayout.ADDRESS, 0);
			try {
				return content(credential);
			}
			finally {
				free(credential);
			}
		}
	}

	@SuppressWarnings("restricted")
	private static byte[] content(MemorySegment address) {
		MemorySegment credential = address.reinterpret(CredentialLayout.CREDENTIAL.byteSize());
		int size = credential.get(ValueLayout.JAVA_INT_UNALIGNED, CredentialLayout.BLOB_SIZE);
		MemorySegment blob = credential.get(ValueLayout.ADDRESS_UNALIGNED, CredentialLayout.BLOB)
			.reinterpret(Integer.toUnsignedLong(size));
		byte[] content = blob.toArray(ValueLayout.JAVA_BYTE);
		blob.fill((byte) 0);
		return content;
	}

	@Override
	public void write(String target, byte[] blob) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, blob);
			MemorySegment credential = arena.allocate(CredentialLayout.CREDENTIAL);
			credential.set(ValueLayout.JAVA_INT, CredentialLayout.TYPE, GENERIC);
			credential.set(ValueLayout.ADDRESS, CredentialLayout.TARGET_NAME, text(arena, target));
			credential.set(ValueLayout.JAVA_INT, CredentialLayout.BLOB_SIZE, blob.length);
			credential.set(ValueLayout.ADDRESS, CredentialLayout.BLOB, content);
			credential.set(ValueLayout.JAVA_INT, CredentialLayout.PERSIST, LOCAL_MACHINE);
			credential.set(ValueLayout.ADDRESS, CredentialLayout.USER_NAME, text(arena, USER));
			try {
				this.write.call("CredWriteW", (handle, state) -> (int) handle.invokeExact(state, credential, 0));
			}
			finally {
				content.fill((byte) 0);
			}
		}
	}

	@Override
	public void delete(String target) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = text(arena, target);
			this.delete.call("CredDeleteW", (handle, state) -> (int) handle.invokeExact(state, name, GENERIC, 0));
		}
	}

	@Override
	public List<Entry> enumerate(String prefix) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment filter = text(arena, prefix + "*");
			MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
			MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
			this.enumerate.call("CredEnumerateW",
					(handle, state) -> (int) handle.invokeExact(state, filter, 0, count, found));
			MemorySegment credentials = found.get(ValueLayout.ADDRESS, 0);
			try {
				return entries(credentials, count.get(ValueLayout.JAVA_INT, 0));
			}
			finally {
				free(credentials);
			}
		}
	}

	@SuppressWarnings("restricted")
	private static List<Entry> entries(MemorySegment address, int count) {
		MemorySegment credentials = address.reinterpret(count * ValueLayout.ADDRESS.byteSize());
		return IntStream.range(0, count)
			.mapToObj((index) -> entry(credentials.getAtIndex(ValueLayout.ADDRESS_UNALIGNED, index)))
			.toList();
	}

	@SuppressWarnings("restricted")
	private static Entry entry(MemorySegment address) {
		MemorySegment credential = address.reinterpret(CredentialLayout.CREDENTIAL.byteSize());
		MemorySegment target = credential.get(ValueLayout.ADDRESS_UNALIGNED, CredentialLayout.TARGET_NAME)
			.reinterpret(Long.MAX_VALUE);
		return new Entry(target.getString(0, StandardCharsets.UTF_16LE),
				instant(credential.get(ValueLayout.JAVA_LONG_UNALIGNED, CredentialLayout.LAST_WRITTEN)));
	}

	private static Instant instant(long fileTime) {
		return Instant.ofEpochSecond(fileTime / TICKS_A_SECOND - EPOCH_SECONDS,
				fileTime % TICKS_A_SECOND * NANOSECONDS_A_TICK);
	}

	@Override
	public int longestPersistence() {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment longest = arena.allocate(ValueLayout.JAVA_INT, TYPES);
			this.sessionTypes.call("CredGetSessionTypes",
					(handle, state) -> (int) handle.invokeExact(state, TYPES, longest));
			return longest.getAtIndex(ValueLayout.JAVA_INT, GENERIC);
		}
	}

	private void free(MemorySegment pointer) {
		this.free.call((handle) -> {
			handle.invokeExact(pointer);
			return true;
		});
	}

	private static MemorySegment text(Arena arena, String text) {
		return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
	}

}
