package com.headjack.store.macos;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.headjack.foreign.NativeCallException;

/**
 * A keychain in memory, as it is documented, whose calls can be made to fail.
 */
class FakeKeychainBindings implements KeychainBindings {

	private final Map<String, Map<String, Item>> services = new TreeMap<>();

	private final Map<String, Integer> failures = new HashMap<>();

	private boolean unlocked = true;

	void failing(String call, int status) {
		this.failures.put(call, status);
	}

	void mend() {
		this.failures.clear();
	}

	void lock() {
		this.unlocked = false;
	}

	String label(String service, String account) {
		return known(service, account).label();
	}

	void called(String call) {
		Integer status = this.failures.get(call);
		if (status != null) {
			throw new NativeCallException(call, status);
		}
	}

	@Override
	public byte[] read(String service, String account) {
		called("read");
		return known(service, account).content().array().clone();
	}

	@Override
	public void add(String service, String account, String label, byte[] content) {
		called("add");
		if (items(service).containsKey(account)) {
			throw new NativeCallException("add", KeychainFailures.DUPLICATE);
		}
		items(service).put(account, new Item(label, ByteBuffer.wrap(content.clone())));
	}

	@Override
	public void update(String service, String account, byte[] content) {
		called("update");
		Item before = known(service, account);
		items(service).put(account, new Item(before.label(), ByteBuffer.wrap(content.clone())));
	}

	@Override
	public void delete(String service, String account) {
		called("delete");
		known(service, account);
		items(service).remove(account);
	}

	@Override
	public List<String> accounts(String service) {
		called("accounts");
		if (items(service).isEmpty()) {
			throw new NativeCallException("accounts", KeychainFailures.NOT_FOUND);
		}
		return new ArrayList<>(items(service).keySet());
	}

	@Override
	public boolean unlocked() {
		called("unlocked");
		return this.unlocked;
	}

	private Map<String, Item> items(String service) {
		return this.services.computeIfAbsent(service, (name) -> new TreeMap<>());
	}

	private Item known(String service, String account) {
		Item item = items(service).get(account);
		if (item == null) {
			throw new NativeCallException("read", KeychainFailures.NOT_FOUND);
		}
		return item;
	}

	private record Item(String label, ByteBuffer content) {

	}

}
