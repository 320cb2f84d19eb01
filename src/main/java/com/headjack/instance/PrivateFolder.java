package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder that only its owner may enter, so that a program in it with a set-user-id bit
 * serves nobody else.
 *
 * @param path the folder
 */
record PrivateFolder(Path path) {

	/**
	 * Takes the permissions of all others away, if this system and the folder's owner let
	 * it.
	 */
	void close() {
		try {
			Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString("rwx------"));
		}
		catch (IOException | UnsupportedOperationException _) {
			// The folder is another user's, or on a file system without permissions.
		}
	}

}
