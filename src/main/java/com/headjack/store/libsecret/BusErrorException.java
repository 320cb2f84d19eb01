package com.headjack.store.libsecret;

/**
 * The bus, or the keyring program, answered with an error.
 */
final class BusErrorException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param name the error's name; its text could quote what was sent
	 */
	BusErrorException(String name) {
		super(name);
	}

	String name() {
		return String.valueOf(getMessage());
	}

	/**
	 * Whether what was asked for is not there.
	 */
	boolean absent() {
		return switch (name()) {
			case "org.freedesktop.Secret.Error.NoSuchObject", "org.freedesktop.DBus.Error.UnknownObject",
					"org.freedesktop.DBus.Error.UnknownMethod", "org.freedesktop.DBus.Error.UnknownInterface" ->
				true;
			default -> false;
		};
	}

	boolean locked() {
		return name().equals("org.freedesktop.Secret.Error.IsLocked");
	}

	/**
	 * Whether the keyring program cannot encrypt: KWallet says that an argument is wrong
	 * where it lacks its library for that.
	 */
	boolean unsupported() {
		return switch (name()) {
			case "org.freedesktop.DBus.Error.NotSupported", "org.freedesktop.DBus.Error.InvalidArgs" -> true;
			default -> false;
		};
	}

}
