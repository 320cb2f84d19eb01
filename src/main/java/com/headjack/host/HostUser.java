package com.headjack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A user of this machine.
 *
 * @param uid the user's number
 * @param gid the number of the user's group
 */
public record HostUser(int uid, int gid) {

	/**
	 * The user whom a file belongs to.
	 * @param path the file
	 * @return its owner; where files have no such owner, the first ordinary user of a
	 * Linux system
	 */
	public static HostUser ownerOf(Path path) {
		try {
			return new HostUser((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
					(int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
		}
		catch (UnsupportedOperationException ex) {
			return new HostUser(1000, 1000);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The user as engines take it.
	 * @return the numbers with a colon between
	 */
	@Override
	public String toString() {
		return this.uid + ":" + this.gid;
	}

}
