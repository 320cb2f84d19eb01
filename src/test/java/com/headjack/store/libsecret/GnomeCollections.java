package com.headjack.store.libsecret;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import com.headjack.store.Deadline;

/**
 * Collections of gnome-keyring, made without its prompt.
 *
 * @param bus has gnome-keyring
 */
record GnomeCollections(TestBus bus) {

	private static final String ROOT = "/org/freedesktop/secrets";

	/**
	 * Creates a collection.
	 * @return its path
	 */
	String create(String label, String password) {
		try (Bus connection = open()) {
			String session = connection
				.call(BusCall.of(ROOT, "Service", "OpenSession", "sv", PlainTransfer.ALGORITHM, new Variant<>("", "s")))
				.path(1);
			Object[] secret = { new DBusPath(session), new byte[0], password.getBytes(StandardCharsets.UTF_8),
					"text/plain" };
			return connection
				.call(new BusCall("org.freedesktop.secrets", ROOT,
						"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "CreateWithMasterPassword",
						"a{sv}(oayays)",
						List.of(Map.of("org.freedesktop.Secret.Collection.Label", new Variant<>(label, "s")), secret)))
				.path(0);
		}
	}

	void makeDefault(String collection) {
		this.bus.call(BusCall.of(ROOT, "Service", "SetAlias", "so", "default", new DBusPath(collection)));
	}

	void put(String collection, Map<String, String> attributes, byte[] secret) {
		try (Bus connection = open()) {
			SecretService service = new SecretService(connection);
			service.createItem(collection, "sample", attributes, service.transfer(), secret);
		}
	}

	private Bus open() {
		return Bus.open(List.of(this.bus.address()), new Deadline(Duration.ofSeconds(60)));
	}

}
