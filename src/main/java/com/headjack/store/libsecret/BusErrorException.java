package com.headjack.store.libsecret;

/**
 * An error reply of the bus or of the keyring program.
 */
final class BusErrorException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param name the error's name; its text is left out because it could quote data that
	 * was sent
	 */
	BusErrorException(String name) {
		super(name);
	}

	String name() {
		return String.valueOf(getMessage());
	}

	/**
	 * Whether the object does not exist.
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
	 * Whether the keyring program does not support encryption. KWallet without its
	 * library for encryption reports an invalid argument.
	 */
	boolean unsupported() {
		return switch (name()) {
			case "org.freedesktop.DBus.Error.NotSupported", "org.freedesktop.DBus.Error.InvalidArgs" -> true;
			default -> false;
		};
	}

}
