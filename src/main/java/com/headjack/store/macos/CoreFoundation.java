package com.headjack.store.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.headjack.foreign.NativeLibrary;
import com.headjack.foreign.PlainFunction;

/**
 * Creates and reads the objects of Core Foundation, which the frameworks of macOS
 * exchange.
 *
 * @see <a href="https://developer.apple.com/documentation/corefoundation">Core
 * Foundation</a>
 */
final class CoreFoundation {

	private static final int UTF_8 = 0x08000100;

	private static final byte NO = 0;

	private final PlainFunction stringCreate;

	private final PlainFunction dataCreate;

	private final PlainFunction dictionaryCreate;

	private final PlainFunction dataLength;

	private final PlainFunction dataBytes;

	private final PlainFunction arrayCount;

	private final PlainFunction arrayValue;

	private final PlainFunction dictionaryValue;

	private final PlainFunction stringLength;

	private final PlainFunction stringMostBytes;

	private final PlainFunction stringBytes;

	private final PlainFunction release;

	private final MemorySegment yes;

	private final MemorySegment keyCallbacks;

	private final MemorySegment valueCallbacks;

	CoreFoundation(NativeLibrary library) {
		ValueLayout size = ValueLayout.JAVA_LONG;
		ValueLayout number = ValueLayout.JAVA_INT;
		ValueLayout flag = ValueLayout.JAVA_BYTE;
		ValueLayout pointer = ValueLayout.ADDRESS;
		this.stringCreate = library.linkPlain("CFStringCreateWithBytes",
				FunctionDescriptor.of(pointer, pointer, pointer, size, number, flag));
		this.dataCreate = library.linkPlain("CFDataCreate", FunctionDescriptor.of(pointer, pointer, pointer, size));
		this.dictionaryCreate = library.linkPlain("CFDictionaryCreate",
				FunctionDescriptor.of(pointer, pointer, pointer, pointer, size, pointer, pointer));
		this.dataLength = library.linkPlain("CFDataGetLength", FunctionDescriptor.of(size, pointer));
		this.dataBytes = library.linkPlain("CFDataGetBytePtr", FunctionDescriptor.of(pointer, pointer));
		this.arrayCount = library.linkPlain("CFArrayGetCount", FunctionDescriptor.of(size, pointer));
		this.arrayValue = library.linkPlain("CFArrayGetValueAtIndex", FunctionDescriptor.of(pointer, pointer, size));
		this.dictionaryValue = library.linkPlain("CFDictionaryGetValue",
				FunctionDescriptor.of(pointer, pointer, pointer));
		this.stringLength = library.linkPlain("CFStringGetLength", FunctionDescriptor.of(size, pointer));
		this.stringMostBytes = library.linkPlain("CFStringGetMaximumSizeForEncoding",
				FunctionDescriptor.of(size, size, number));
		this.stringBytes = library.linkPlain("CFStringGetCString",
				FunctionDescriptor.of(flag, pointer, pointer, size, number));
		this.release = library.linkPlain("CFRelease", FunctionDescriptor.ofVoid(pointer));
		this.yes = constant(library, "kCFBooleanTrue");
		this.keyCallbacks = library.address("kCFTypeDictionaryKeyCallBacks");
		this.valueCallbacks = library.address("kCFTypeDictionaryValueCallBacks");
	}

	/**
	 * Reads a constant object.
	 * @param library the framework that exports it
	 * @param name the constant's name
	 * @return the object
	 */
	@SuppressWarnings("restricted")
	static MemorySegment constant(NativeLibrary library, String name) {
		return library.address(name).reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0);
	}

	/**
	 * The boolean {@code true}.
	 */
	MemorySegment yes() {
		return this.yes;
	}

	/**
	 * Returns a factory of objects that are released when it is closed.
	 */
	Objects objects() {
		return new Objects();
	}

	/**
	 * Reads a {@code CFData}.
	 * @return a copy of its content
	 */
	@SuppressWarnings("restricted")
	byte[] bytes(MemorySegment data) {
		long length = this.dataLength.call((handle) -> (long) handle.invokeExact(data));
		MemorySegment bytes = this.dataBytes.call((handle) -> (MemorySegment) handle.invokeExact(data));
		return bytes.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
	}

	/**
	 * Reads the strings under a key in several dictionaries.
	 * @param dictionaries an array of dictionaries
	 * @param key the key
	 * @return the strings of the dictionaries that have the key
	 */
	List<String> strings(MemorySegment dictionaries, MemorySegment key) {
		List<String> strings = new ArrayList<>();
		long count = this.arrayCount.call((handle) -> (long) handle.invokeExact(dictionaries));
		for (long index = 0; index < count; index++) {
			MemorySegment string = value(dictionaries, index, key);
			if (!string.equals(MemorySegment.NULL)) {
				strings.add(text(string));
			}
		}
		return strings;
	}

	private MemorySegment value(MemorySegment dictionaries, long index, MemorySegment key) {
		MemorySegment dictionary = this.arrayValue
			.call((handle) -> (MemorySegment) handle.invokeExact(dictionaries, index));
		return this.dictionaryValue.call((handle) -> (MemorySegment) handle.invokeExact(dictionary, key));
	}

	private String text(MemorySegment string) {
		long length = this.stringLength.call((handle) -> (long) handle.invokeExact(string));
		long most = 1 + this.stringMostBytes.<Long>call((handle) -> (long) handle.invokeExact(length, UTF_8));
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment buffer = arena.allocate(most);
			byte done = this.stringBytes.call((handle) -> (byte) handle.invokeExact(string, buffer, most, UTF_8));
			if (done == NO) {
				throw new IllegalStateException("A string of macOS is not UTF-8");
			}
			return buffer.getString(0);
		}
	}

	/**
	 * Creates objects that are released together.
	 */
	final class Objects implements AutoCloseable {

		private final Arena arena = Arena.ofConfined();

		private final Deque<MemorySegment> created = new ArrayDeque<>();

		MemorySegment string(String text) {
			byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
			MemorySegment bytes = this.arena.allocateFrom(ValueLayout.JAVA_BYTE, utf8);
			long length = utf8.length;
			return owned(CoreFoundation.this.stringCreate
				.call((handle) -> (MemorySegment) handle.invokeExact(MemorySegment.NULL, bytes, length, UTF_8, NO)));
		}

		MemorySegment data(byte[] content) {
			MemorySegment bytes = this.arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
			long length = content.length;
			try {
				return owned(CoreFoundation.this.dataCreate
					.call((handle) -> (MemorySegment) handle.invokeExact(MemorySegment.NULL, bytes, length)));
			}
			finally {
				bytes.fill((byte) 0);
			}
		}

		MemorySegment dictionary(Map<MemorySegment, MemorySegment> entries) {
			long count = entries.size();
			MemorySegment keys = this.arena.allocate(ValueLayout.ADDRESS, count);
			MemorySegment values = this.arena.allocate(ValueLayout.ADDRESS, count);
			int index = 0;
			for (Map.Entry<MemorySegment, MemorySegment> entry : entries.entrySet()) {
				keys.setAtIndex(ValueLayout.ADDRESS, index, entry.getKey());
				values.setAtIndex(ValueLayout.ADDRESS, index, entry.getValue());
				index++;
			}
			MemorySegment keyCalls = CoreFoundation.this.keyCallbacks;
			MemorySegment valueCalls = CoreFoundation.this.valueCallbacks;
			return owned(CoreFoundation.this.dictionaryCreate.call((handle) -> (MemorySegment) handle
				.invokeExact(MemorySegment.NULL, keys, values, count, keyCalls, valueCalls)));
		}

		/**
		 * Takes ownership of an object that its receiver has to release.
		 * @return the object
		 */
		MemorySegment owned(MemorySegment object) {
			if (object.equals(MemorySegment.NULL)) {
				throw new IllegalStateException("macOS gave no object");
			}
			this.created.push(object);
			return object;
		}

		@Override
		public void close() {
			for (MemorySegment object : this.created) {
				CoreFoundation.this.release.call((handle) -> {
					handle.invokeExact(object);
					return true;
				});
			}
			this.arena.close();
		}

	}

}
