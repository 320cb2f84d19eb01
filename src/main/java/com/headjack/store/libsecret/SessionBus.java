package com.headjack.store.libsecret;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
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
	 * The bus's addresses.
	 * @return the addresses of its sockets, to be tried one after the other; none if
	 * there is no bus here
	 */
	static List<String> addresses(HostEnvironment host) {
		if (host.operatingSystem() != OperatingSystem.LINUX) {
			return List.of();
		}
		List<String> given = host.variable("DBUS_SESSION_BUS_ADDRESS").map(SessionBus::sockets).orElse(List.of());
		return given.isEmpty() ? usual(host).stream().toList() : given;
	}

	private static Optional<String> usual(HostEnvironment host) {
		return host.folder("XDG_RUNTIME_DIR")
			.map((folder) -> folder.resolve("bus"))
			.filter(Files::exists)
			.map((socket) -> "unix:path=" + socket);
	}

	private static List<String> sockets(String addresses) {
		return Arrays.stream(addresses.split(";")).filter((address) -> SOCKET.matcher(address).matches()).toList();
	}

}
