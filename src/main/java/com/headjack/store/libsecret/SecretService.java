package com.headjack.store.libsecret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The Secret Service: collections and items, addressed by object path.
 *
 * @see <a href="https://specifications.freedesktop.org/secret-service/">Secret Service
 * API</a>
 */
final class SecretService {

	private static final String ROOT = "/org/freedesktop/secrets";

	private final Bus bus;

	private @Nullable Transfer transfer;

	SecretService(Bus bus) {
		this.bus = bus;
	}

	Bus bus() {
		return this.bus;
	}

	/**
	 * The default collection.
	 * @return its path, or empty if it does not exist
	 */
	Optional<String> defaultCollection() {
		String path = this.bus.call(BusCall.of(ROOT, "Service", "ReadAlias", "s", "default")).path(0);
		return Optional.of(path).filter((found) -> !found.equals(Reply.NO_PATH));
	}

	List<String> collections() {
		return this.bus.call(BusCall.property(ROOT, "Service", "Collections")).variant(0).paths(0);
	}

	String label(String collection) {
		return this.bus.call(BusCall.property(collection, "Collection", "Label")).variant(0).text(0);
	}

	boolean locked(String collection) {
		return this.bus.call(BusCall.property(collection, "Collection", "Locked")).variant(0).flag(0);
	}

	/**
	 * Asks to unlock a collection or an item.
	 * @return the prompt that a person has to answer, or empty if it is unlocked
	 */
	Optional<String> unlock(String path) {
		Reply reply = this.bus
			.call(BusCall.of(ROOT, "Service", "Unlock", "ao", (Object) new DBusPath[] { new DBusPath(path) }));
		return prompt(reply.path(1));
	}

	/**
	 * Whether a collection is an open wallet of KWallet. A wallet that was opened at
	 * login claims to be locked until its first prompt, which then completes without a
	 * person.
	 */
	boolean openInKWallet(String collection) {
		try {
			return this.bus.call(BusCall.ofKWallet("isOpen", "s", label(collection))).flag(0);
		}
		catch (BusErrorException ex) {
			return false;
		}
	}

	/**
	 * Finds the items that have at least these attributes.
	 */
	List<String> search(String collection, Map<String, String> attributes) {
		return this.bus.call(BusCall.of(collection, "Collection", "SearchItems", "a{ss}", attributes)).paths(0);
	}

	Map<String, String> attributes(String item) {
		return this.bus.call(BusCall.property(item, "Item", "Attributes")).variant(0).texts(0);
	}

	/**
	 * The time of an item's last change, in seconds since the epoch.
	 */
	long modified(String item) {
		return this.bus.call(BusCall.property(item, "Item", "Modified")).variant(0).number(0);
	}

	/**
	 * The transfer for secrets, encrypted if the keyring program supports that.
	 */
	Transfer transfer() {
		Transfer transfer = this.transfer;
		if (transfer == null) {
			transfer = begin();
			this.transfer = transfer;
		}
		return transfer;
	}

	private Transfer begin() {
		try {
			Optional<Transfer> transfer = encrypted();
			while (transfer.isEmpty()) {
				transfer = encrypted();
			}
			return transfer.get();
		}
		catch (BusErrorException ex) {
			if (!ex.unsupported()) {
				throw ex;
			}
			return new PlainTransfer(openSession(PlainTransfer.ALGORITHM, new Variant<>("", "s")).path(1));
		}
	}

	private Optional<Transfer> encrypted() {
		KeyAgreement agreement = KeyAgreement.begin();
		Reply reply = openSession(EncryptedTransfer.ALGORITHM, new Variant<>(agreement.publicKey(), "ay"));
		return agreement.key(reply.variant(0).bytes(0)).map((key) -> new EncryptedTransfer(reply.path(1), key));
	}

	private Reply openSession(String algorithm, Variant<?> input) {
		return this.bus.call(BusCall.of(ROOT, "Service", "OpenSession", "sv", algorithm, input));
	}

	/**
	 * Gets an item's secret.
	 * @return the secret, which the caller must wipe
	 */
	byte[] secret(String item, Transfer transfer) {
		Reply secret = this.bus.call(BusCall.of(item, "Item", "GetSecret", "o", new DBusPath(transfer.path())))
			.struct(0);
		return transfer.unwrap(new Transfer.Wrapped(secret.bytes(1), secret.bytes(2)));
	}

	/**
	 * Sets an item's secret.
	 */
	void setSecret(String item, Transfer transfer, byte[] secret) {
		sending(transfer, secret,
				(struct) -> this.bus.call(BusCall.of(item, "Item", "SetSecret", "(oayays)", (Object) struct)));
	}

	/**
	 * Creates an item, even if there is one with the same attributes: KeePassXC 2.7.4
	 * never completes its prompt for replacing an item.
	 * @return the item's path and the prompt's path; one of them is {@code /}
	 */
	Reply createItem(String collection, String label, Map<String, String> attributes, Transfer transfer,
			byte[] secret) {
		Map<String, Variant<?>> properties = new LinkedHashMap<>();
		properties.put("org.freedesktop.Secret.Item.Label", new Variant<>(label, "s"));
		properties.put("org.freedesktop.Secret.Item.Attributes", new Variant<>(attributes, "a{ss}"));
		return sending(transfer, secret, (struct) -> this.bus
			.call(BusCall.of(collection, "Collection", "CreateItem", "a{sv}(oayays)b", properties, struct, false)));
	}

	private static Reply sending(Transfer transfer, byte[] secret, Function<Object[], Reply> call) {
		Transfer.Wrapped wrapped = transfer.wrap(secret);
		try {
			return call.apply(new Object[] { new DBusPath(transfer.path()), wrapped.parameters(), wrapped.value(),
					"application/octet-stream" });
		}
		finally {
			wrapped.wipe();
		}
	}

	/**
	 * Deletes an item.
	 * @return the prompt that a person has to answer, or empty if it is deleted
	 */
	Optional<String> delete(String item) {
		return prompt(this.bus.call(BusCall.of(item, "Item", "Delete", "")).path(0));
	}

	static Optional<String> prompt(String path) {
		return Optional.of(path).filter((found) -> !found.equals(Reply.NO_PATH));
	}

}
