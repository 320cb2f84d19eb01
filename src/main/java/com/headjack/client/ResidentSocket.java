package com.headjack.client;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import com.headjack.wire.Peer;

/**
 * The socket of the resident, in a folder that is the user's alone.
 *
 * @param path the absolute path
 */
record ResidentSocket(Path path) {

	private static final Set<PosixFilePermission> OWNERS_ONLY = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	static ResidentSocket at(String path) throws IOException {
		try {
			return new ResidentSocket(Path.of(path));
		}
		catch (InvalidPathException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Connects to the resident, if it belongs to the user.
	 * @throws IOException if there is none
	 */
	void connect(SocketChannel connection) throws IOException {
		if (!isPrivate()) {
			throw new IOException(this.path + " is not the user's alone");
		}
		connection.connect(UnixDomainSocketAddress.of(this.path));
		if (!Peer.isUser(connection)) {
			throw new IOException("the resident belongs to another user");
		}
	}

	private boolean isPrivate() throws IOException {
		Path parent = this.path.getParent();
		if (parent == null || !attributes(this.path).isOther()) {
			return false;
		}
		PosixFileAttributes folder = attributes(parent);
		return folder.isDirectory() && folder.permissions().equals(OWNERS_ONLY) && folder.owner().equals(Peer.user());
	}

	private static PosixFileAttributes attributes(Path file) throws IOException {
		return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

}
