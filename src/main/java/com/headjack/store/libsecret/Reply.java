package com.headjack.store.libsecret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import com.headjack.store.StoreUnavailableException;

/**
 * The reply to a call. Reading a value that is missing or has another type throws a
 * {@link StoreUnavailableException}.
 *
 * @param values the values, in the library's types
 */
record Reply(List<?> values) {

	static final String NO_PATH = "/";

	boolean flag(int index) {
		return value(index, Boolean.class);
	}

	long number(int index) {
		return value(index, Number.class).longValue();
	}

	String text(int index) {
		return value(index, String.class);
	}

	Map<String, String> texts(int index) {
		Map<String, String> texts = new HashMap<>();
		Map<?, ?> entries = value(index, Map.class);
		entries.forEach((key, value) -> {
			Reply entry = new Reply(List.of(key, value));
			texts.put(entry.text(0), entry.text(1));
		});
		return texts;
	}

	String path(int index) {
		return value(index, DBusPath.class).getPath();
	}

	List<String> paths(int index) {
		Reply paths = new Reply(value(index, List.class));
		return IntStream.range(0, paths.values.size()).mapToObj(paths::path).toList();
	}

	// The library reads bytes into an array, but those in a variant into a list.
	byte[] bytes(int index) {
		if (value(index, Object.class) instanceof byte[] bytes) {
			return bytes;
		}
		Reply numbers = new Reply(value(index, List.class));
		byte[] bytes = new byte[numbers.values.size()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = numbers.value(i, Byte.class);
		}
		return bytes;
	}

	/**
	 * The content of a variant.
	 */
	Reply variant(int index) {
		return new Reply(List.of(value(index, Variant.class).getValue()));
	}

	Reply struct(int index) {
		return new Reply(List.of(value(index, Object[].class)));
	}

	private <T> T value(int index, Class<T> type) {
		if (index < this.values.size() && type.isInstance(this.values.get(index))) {
			return type.cast(this.values.get(index));
		}
		throw ServiceFailures.malformed();
	}

	@Override
	public String toString() {
		return "Reply of %s values".formatted(this.values.size());
	}

}
