package com.headjack.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;

import jdk.net.ExtendedSocketOptions;

/**
 * The process at the other end of a connection.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7),
 * SO_PEERCRED</a>
 */
public final class Peer {

	private static final Path PROCESS = Path.of("/proc/self");

	private Peer() {
	}

	/**
	 * Whether it belongs to the user of this process, by the kernel's word.
	 * @param connection the connection
	 * @return whether it does
	 * @throws IOException if the system does not tell
	 */
	public static boolean isUser(SocketChannel connection) throws IOException {
		return connection.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user());
	}

	/**
	 * Returns the user of this process. The link is the superuser's; the folder that it
	 * points to belongs to the user, also where the process is closed to debuggers.
	 * @return the user
	 * @throws IOException if the system does not tell
	 */
	public static UserPrincipal user() throws IOException {
		return Files.readAttributes(PROCESS, PosixFileAttributes.class).owner();
	}

}
