package com.headjack.store.keyctl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.headjack.foreign.NativeCallException;

/**
 * A keyring in memory, whose calls can be made to fail.
 */
class FakeKeyctlBindings implements KeyctlBindings {

	static final int EPERM = 1;

	static final int EACCES = 13;

	static final int ENOSYS = 38;

	static final int EDQUOT = 122;

	static final int ENOKEY = 126;

	static final int EKEYEXPIRED = 127;

	static final int EKEYREVOKED = 128;

	private final Map<Integer, Key> keys = new TreeMap<>();

	private final Map<String, Integer> failures = new HashMap<>();

	private final List<byte[]> copies = new ArrayList<>();

	private final List<String> sessions = new ArrayList<>();

	private int last;

	/**
	 * Makes all later calls of a kind fail.
	 */
	FakeKeyctlBindings failing(String call, int errno) {
		this.failures.put(call, errno);
		return this;
	}

	void mend() {
		this.failures.clear();
	}

	/**
	 * The serial numbers of all keys.
	 */
	Set<Integer> keys() {
		return this.keys.keySet();
	}

	/**
	 * What was read, as it is now.
	 */
	List<byte[]> copies() {
		return this.copies;
	}

	/**
	 * The names of the keyrings that were joined.
	 */
	List<String> sessions() {
		return this.sessions;
	}

	void called(String call) {
		Integer errno = this.failures.get(call);
		if (errno != null) {
			throw new NativeCallException(call, errno);
		}
	}

	@Override
	public int addKey(String type, String description, byte[] payload, int keyring) {
		called("addKey");
		this.keys.values().removeIf((key) -> key.text().equals(type + description));
		this.keys.put(++this.last, new Key(type, description, ByteBuffer.wrap(payload.clone())));
		return this.last;
	}

	@Override
	public int search(int keyring, String type, String description) {
		called("search");
		return this.keys.entrySet()
			.stream()
			.filter((key) -> key.getValue().text().equals(type + description))
			.findFirst()
			.orElseThrow(() -> new NativeCallException("search", ENOKEY))
			.getKey();
	}

	@Override
	public byte[] read(int key) {
		called("read");
		if (key == USER_KEYRING) {
			ByteBuffer serials = ByteBuffer.allocate(this.keys.size() * Integer.BYTES).order(ByteOrder.nativeOrder());
			this.keys.keySet().forEach(serials::putInt);
			return serials.array();
		}
		byte[] copy = known(key).payload().array().clone();
		this.copies.add(copy);
		return copy;
	}

	@Override
	public String describe(int key) {
		called("describe");
		return (key == USER_SESSION_KEYRING) ? "keyring;0;0;3f3f0000;_uid_ses.0"
				: "%s;0;0;3f010000;%s".formatted(known(key).type(), known(key).description());
	}

	private Key known(int key) {
		Key known = this.keys.get(key);
		if (known == null) {
			throw new NativeCallException("read", ENOKEY);
		}
		return known;
	}

	@Override
	public void link(int key, int keyring) {
		called("link");
	}

	@Override
	public void unlink(int key, int keyring) {
		called("unlink");
		this.keys.remove(key);
	}

	@Override
	public void joinSession(String keyring) {
		called("joinSession");
		this.sessions.add(keyring);
	}

	@Override
	public void expireAfter(int key, int seconds) {
		called("expireAfter");
	}

	private record Key(String type, String description, ByteBuffer payload) {

		String text() {
			return this.type + this.description;
		}

	}

}
