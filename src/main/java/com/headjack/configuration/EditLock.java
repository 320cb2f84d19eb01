package com.headjack.configuration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;

import com.headjack.host.LockedFile;

/**
 * Keeps other commands from a change of the same file.
 */
final class EditLock {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private EditLock() {
	}

	/**
	 * Waits for the lock, up to five seconds.
	 * @param file the file to lock
	 * @return the locked file, which the caller closes
	 * @throws IOException if the file cannot be made, or another command has the lock
	 */
	static LockedFile take(Path file) throws IOException {
		Files.createDirectories(Objects.requireNonNull(file.getParent()), PrivateFile.ownersOnly("rwx------"));
		return LockedFile
			.within(PATIENCE, file, () -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE))
			.orElseThrow(() -> new IOException("another hjk is changing it"));
	}

}
