package com.headjack.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.wire.Peer;

/**
 * The user's private folder for sockets.
 *
 * @param path the folder
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base
 * Directory Specification, XDG_RUNTIME_DIR</a>
 */
record RuntimeFolder(Path path) {

	private static final Set<PosixFilePermission> OWNERS_ONLY = Set
		.copyOf(PosixFilePermissions.fromString("rwx------"));

	/**
	 * Finds the folder.
	 * @param host the machine
	 * @return the folder, which may not be there yet; empty where the system gives none
	 * that is the user's alone
	 */
	static Optional<RuntimeFolder> of(HostEnvironment host) {
		return host.folder(KnownVariable.XDG_RUNTIME_DIR)
			.filter(RuntimeFolder::isPrivate)
			.map((folder) -> new RuntimeFolder(folder.resolve("headjack")));
	}

	/**
	 * Creates the folder where it is missing.
	 * @throws IOException if it cannot be, or is not private
	 */
	void create() throws IOException {
		if (!Files.exists(this.path, LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectory(this.path, PosixFilePermissions.asFileAttribute(OWNERS_ONLY));
		}
		if (!isPrivate(this.path)) {
			throw new IOException(this.path + " is not a folder of the user alone");
		}
	}

	/**
	 * Whether there is something else in its place.
	 */
	boolean foreign() {
		return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS) && !isPrivate(this.path);
	}

	Path socket(String build) {
		return this.path.resolve(build + ".sock");
	}

	ResidentLock lock(String build) {
		return new ResidentLock(this.path.resolve(build + ".lock"));
	}

	private static boolean isPrivate(Path folder) {
		try {
			PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return attributes.isDirectory() && attributes.permissions().equals(OWNERS_ONLY)
					&& attributes.owner().equals(Peer.user());
		}
		catch (IOException | UnsupportedOperationException _) {
			return false;
		}
	}

}
