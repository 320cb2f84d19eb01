package com.headjack.store.libsecret;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

/**
 * Tells where the bus of the user's session is.
 */
final class SessionBus {

	private static final Pattern SOCKET = Pattern.compile("unix:\\w+=[^,=]+(?:,\\w+=[^,=]+)*");

	private SessionBus() {
	}

	/**
	 * The bus's address.
	 * @return the address of its socket, or empty if there is no bus here
	 */
	static Optional<String> address(HostEnvironment host) {
		if (host.operatingSystem() != OperatingSystem.LINUX) {
			return Optional.empty();
		}
		return host.variable("DBUS_SESSION_BUS_ADDRESS")
			.flatMap(SessionBus::socket)
			.or(() -> host.folder("XDG_RUNTIME_DIR")
				.map((folder) -> folder.resolve("bus"))
				.filter(Files::exists)
				.map((socket) -> "unix:path=" + socket));
	}

	private static Optional<String> socket(String addresses) {
		return Arrays.stream(addresses.split(";")).filter((address) -> SOCKET.matcher(address).matches()).findFirst();
	}

}
