package com.headjack.store.libsecret;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.OperatingSystem;
import com.headjack.store.StoreUnavailableException;

/**
 * Finds the user's session bus.
 */
final class SessionBus {

	private static final Pattern SOCKET = Pattern.compile("unix:\\w+=[^,=]+(?:,\\w+=[^,=]+)*");

	private static final Pattern ABSTRACT = Pattern.compile("[:,]abstract=");

	private SessionBus() {
	}

	/**
	 * The bus's addresses.
	 * @return the addresses of its sockets, to be tried in order; empty if there is no
	 * session bus
	 * @throws StoreUnavailableException if the given address has only abstract sockets
	 */
	static List<String> addresses(HostEnvironment host) {
		if (host.operatingSystem() != OperatingSystem.LINUX) {
			return List.of();
		}
		List<String> given = host.variable(KnownVariable.DBUS_SESSION_BUS_ADDRESS)
			.map(SessionBus::sockets)
			.orElse(List.of());
		return given.isEmpty() ? usual(host).stream().toList() : files(given);
	}

	private static List<String> files(List<String> sockets) {
		List<String> files = sockets.stream().filter((socket) -> !ABSTRACT.matcher(socket).find()).toList();
		if (files.isEmpty()) {
			throw ServiceFailures.noFile();
		}
		return files;
	}

	private static Optional<String> usual(HostEnvironment host) {
		return host.folder(KnownVariable.XDG_RUNTIME_DIR)
			.map((folder) -> folder.resolve("bus"))
			.filter(Files::exists)
			.map((socket) -> "unix:path=" + socket);
	}

	private static List<String> sockets(String addresses) {
		return Arrays.stream(addresses.split(";")).filter((address) -> SOCKET.matcher(address).matches()).toList();
	}

}
