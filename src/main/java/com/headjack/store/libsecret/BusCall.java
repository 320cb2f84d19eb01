package com.headjack.store.libsecret;

import java.util.List;

/**
 * A call of a method on the bus.
 *
 * @param destination the bus name of the called program
 * @param path the object's path
 * @param type the object's interface
 * @param method the method
 * @param signature the types of the arguments, or empty for none
 * @param arguments the arguments
 */
record BusCall(String destination, String path, String type, String method, String signature, List<Object> arguments) {

	private static final String BUS = "org.freedesktop.DBus";

	private static final String PROVIDER = "org.freedesktop.secrets";

	/**
	 * Creates a call of the bus itself.
	 */
	static BusCall ofBus(String method, String signature, Object... arguments) {
		return new BusCall(BUS, "/org/freedesktop/DBus", BUS, method, signature, List.of(arguments));
	}

	/**
	 * Creates a call of the keyring program.
	 * @param type the last part of the interface's name
	 */
	static BusCall of(String path, String type, String method, String signature, Object... arguments) {
		return new BusCall(PROVIDER, path, "org.freedesktop.Secret." + type, method, signature, List.of(arguments));
	}

	/**
	 * Creates a call of KWallet, which fails with any other keyring program.
	 */
	static BusCall ofKWallet(String method, String signature, Object... arguments) {
		return new BusCall(PROVIDER, "/modules/kwalletd5", "org.kde.KWallet", method, signature, List.of(arguments));
	}

	/**
	 * Creates a call that reads a property of one of the keyring program's objects.
	 * @param type the last part of the interface's name
	 */
	static BusCall property(String path, String type, String property) {
		return new BusCall(PROVIDER, path, BUS + ".Properties", "Get", "ss",
				List.of("org.freedesktop.Secret." + type, property));
	}

	@Override
	public String toString() {
		return this.type + "." + this.method;
	}

}
