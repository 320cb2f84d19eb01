package com.headjack.store.libsecret;

import java.util.Locale;

import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

/**
 * Translates errors of the bus and of the keyring program.
 */
final class ServiceFailures {

	static final String PLACE = "the desktop's keyring";

	private static final String ANOTHER_STORE = StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE;

	private ServiceFailures() {
	}

	static StoreException translate(BusErrorException failure) {
		String name = failure.name();
		return switch (name) {
			case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner" ->
				new StoreUnavailableException("no keyring program is on the session bus",
						"install and start gnome-keyring, KWallet or KeePassXC, or " + ANOTHER_STORE, failure);
			case "org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Disconnected" ->
				new StoreUnavailableException("the keyring program ended before it answered",
						"start it again, or " + ANOTHER_STORE, failure);
			case "org.freedesktop.DBus.Error.AccessDenied" -> new StoreDeniedException(
					"the session bus denies access to the keyring program", ANOTHER_STORE, failure);
			case "org.freedesktop.Secret.Error.IsLocked" -> locked("it was locked meanwhile");
			default -> new StoreUnavailableException("the keyring program failed: " + name, ANOTHER_STORE, failure);
		};
	}

	static StoreUnavailableException unreachable(BusGoneException failure) {
		return new StoreUnavailableException("the session bus cannot be reached",
				"log in to a desktop session, correct DBUS_SESSION_BUS_ADDRESS, or " + ANOTHER_STORE, failure);
	}

	static StoreUnavailableException malformed() {
		return new StoreUnavailableException("the keyring program gave an answer that is none of the Secret Service",
				"update it or restart it, or " + ANOTHER_STORE);
	}

	static StoreUnavailableException noBus() {
		return new StoreUnavailableException("there is no session bus",
				"log in to a desktop session, or " + ANOTHER_STORE);
	}

	static StoreUnavailableException noFile() {
		return new StoreUnavailableException("the session bus has an abstract socket, which Java cannot connect to",
				"update D-Bus to 1.14.4 or later, start its bus with 'dbus-daemon --session --address=unix:path=FILE', or "
						+ ANOTHER_STORE);
	}

	static StoreUnavailableException noDefaultCollection() {
		return new StoreUnavailableException("the keyring program has no default keyring",
				"create one with the desktop's password program, such as Seahorse, or " + ANOTHER_STORE);
	}

	static StoreLockedException locked(String reason) {
		return new StoreLockedException("%s is locked: %s".formatted(PLACE, reason),
				"unlock it with the desktop's password program, or " + ANOTHER_STORE);
	}

	static StoreDeniedException dismissed() {
		return new StoreDeniedException("the prompt of %s was dismissed".formatted(PLACE),
				"try again and confirm it, or " + ANOTHER_STORE);
	}

	static StoreTimeoutException timeout(long milliseconds) {
		return new StoreTimeoutException(
				String.format(Locale.ROOT, "%s did not answer within %.1f seconds", PLACE, milliseconds / 1000.0),
				"restart the keyring program, or " + ANOTHER_STORE);
	}

}
