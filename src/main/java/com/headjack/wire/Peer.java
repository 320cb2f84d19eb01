package com.headjack.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

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
		PosixFileAttributes own = Files.readAttributes(PROCESS, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		return connection.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(own.owner());
	}

}
