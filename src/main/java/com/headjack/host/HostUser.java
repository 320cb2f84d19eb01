package com.headjack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A user of this machine.
 *
 * @param uid the user ID
 * @param gid the group ID
 */
public record HostUser(int uid, int gid) {

	// Windows has no user IDs. Its engines let every user of a container write files of
	// Windows, and such files belong to the Windows user. So any ID will do but root's:
	// agents refuse to work as root.
	private static final HostUser FIRST_ORDINARY = new HostUser(1000, 1000);

	/**
	 * Finds the owner of a file.
	 * @param path the file; a symbolic link is not followed
	 * @return the owner, or 1000:1000 (the first ordinary user of most Linux systems) if
	 * the file system has no user IDs
	 * @throws UncheckedIOException if the file cannot be read
	 */
	public static HostUser ownerOf(Path path) {
		try {
			return new HostUser((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
					(int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
		}
		catch (UnsupportedOperationException ex) {
			return FIRST_ORDINARY;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the user in the form that container engines take.
	 * @return {@code uid:gid}
	 */
	@Override
	public String toString() {
		return this.uid + ":" + this.gid;
	}

}
