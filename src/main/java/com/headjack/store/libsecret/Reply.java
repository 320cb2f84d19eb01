package com.headjack.store.libsecret;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.freedesktop.dbus.types.Variant;

/**
 * What a call gave.
 *
 * @param values the values, as the library reads them
 */
record Reply(List<Object> values) {

	static final String NO_PATH = "/";

	String path(int index) {
		return this.values.get(index).toString();
	}

	List<String> paths(int index) {
		return paths(this.values.get(index));
	}

	/**
	 * What is in a variant.
	 */
	Object variant(int index) {
		return unwrapped(this.values.get(index));
	}

	List<Object> struct(int index) {
		return List.of((Object[]) this.values.get(index));
	}

	// The library reads bytes into an array, but into a list where they are in a variant.
	static byte[] bytes(Object value) {
		if (value instanceof byte[] bytes) {
			return bytes;
		}
		List<?> numbers = (List<?>) value;
		byte[] bytes = new byte[numbers.size()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = ((Number) numbers.get(i)).byteValue();
		}
		return bytes;
	}

	static List<String> paths(Object value) {
		return ((List<?>) value).stream().map(Object::toString).toList();
	}

	static Map<String, String> texts(Object value) {
		return ((Map<?, ?>) value).entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> Objects.toString(entry.getKey()),
					(entry) -> Objects.toString(entry.getValue())));
	}

	private static Object unwrapped(Object value) {
		return (value instanceof Variant<?> variant) ? variant.getValue() : value;
	}

	@Override
	public String toString() {
		return "Reply of %d values".formatted(this.values.size());
	}

}
