package com.headjack.store.windows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.headjack.foreign.NativeCallException;

/**
 * The Credential Manager as it is documented: names without case, blobs with a limit,
 * nothing found is an error. Its calls can be made to fail.
 */
class FakeCredentialBindings implements CredentialBindings {

	static final int BAD_STUB_DATA = 1783;

	private final Map<String, Stored> credentials = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final List<byte[]> copies = new ArrayList<>();

	private final Map<String, Integer> failures = new HashMap<>();

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private int persistence = 3;

	private int calls;

	private int failingFrom = Integer.MAX_VALUE;

	private int failingUntil = Integer.MAX_VALUE;

	/**
	 * Makes all later calls of a kind fail.
	 */
	void failing(String call, int error) {
		this.failures.put(call, error);
	}

	/**
	 * Makes some of the later calls fail.
	 * @param from the first, counted from 1
	 * @param until the last
	 */
	void failing(int from, int until) {
		this.calls = 0;
		this.failingFrom = from;
		this.failingUntil = until;
	}

	void mend() {
		this.failures.clear();
		this.failingFrom = Integer.MAX_VALUE;
	}

	/**
	 * What was read, as it is now.
	 */
	List<String> copies() {
		return this.copies.stream().map((copy) -> new String(copy, StandardCharsets.UTF_8)).toList();
	}

	void now(Instant now) {
		this.now = now;
	}

	void persistence(int persistence) {
		this.persistence = persistence;
	}

	Set<String> targets() {
		return this.credentials.keySet();
	}

	private void called(String call) {
		Integer error = this.failures.get(call);
		if (error != null) {
			throw new NativeCallException(call, error);
		}
		this.calls++;
		if (this.calls >= this.failingFrom && this.calls <= this.failingUntil) {
			throw new NativeCallException(call, 31);
		}
	}

	@Override
	public synchronized byte[] read(String target) {
		called("read");
		byte[] copy = known(target).blob().array().clone();
		this.copies.add(copy);
		return copy;
	}

	@Override
	public synchronized void write(String target, byte[] blob) {
		called("write");
		if (blob.length > LARGEST_BLOB) {
			throw new NativeCallException("write", BAD_STUB_DATA);
		}
		this.credentials.put(target, new Stored(ByteBuffer.wrap(blob.clone()), this.now));
	}

	@Override
	public synchronized void delete(String target) {
		called("delete");
		known(target);
		this.credentials.remove(target);
	}

	@Override
	public synchronized List<Entry> enumerate(String prefix) {
		called("enumerate");
		String lower = prefix.toLowerCase(Locale.ROOT);
		List<Entry> entries = this.credentials.entrySet()
			.stream()
			.filter((credential) -> credential.getKey().toLowerCase(Locale.ROOT).startsWith(lower))
			.map((credential) -> new Entry(credential.getKey(), credential.getValue().written()))
			.toList();
		if (entries.isEmpty()) {
			throw new NativeCallException("enumerate", WindowsFailures.NOT_FOUND);
		}
		return entries;
	}

	@Override
	public synchronized int longestPersistence() {
		called("longestPersistence");
		return this.persistence;
	}

	private Stored known(String target) {
		Stored stored = this.credentials.get(target);
		if (stored == null) {
			throw new NativeCallException("read", WindowsFailures.NOT_FOUND);
		}
		return stored;
	}

	private record Stored(ByteBuffer blob, Instant written) {

	}

}
