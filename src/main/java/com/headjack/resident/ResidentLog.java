package com.headjack.resident;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;

/**
 * The log of the resident process: when it began, what went wrong, and why it ended;
 * nothing of what clients say.
 *
 * @param path the file
 * @param clock tells the time
 */
record ResidentLog(Path path, Clock clock) {

	/**
	 * The size at which the log is begun anew, in bytes.
	 */
	private static final long LIMIT = 256 * 1024;

	private static final FileAttribute<?> OWNERS_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	static ResidentLog of(HostEnvironment host) {
		return new ResidentLog(HostPaths.of(host).history().resolveSibling("resident.log"), Clock.systemUTC());
	}

	/**
	 * Adds a line. A log that cannot be written loses it.
	 */
	synchronized void say(String text) {
		String line = this.clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + ProcessHandle.current().pid() + " "
				+ text + "\n";
		write(line.getBytes(StandardCharsets.UTF_8));
	}

	private synchronized void write(byte[] bytes) {
		try {
			Files.createDirectories(this.path.getParent());
			if (!Files.exists(this.path)) {
				Files.createFile(this.path, OWNERS_ONLY);
			}
			if (!Files.isRegularFile(this.path)) {
				return;
			}
			OpenOption mode = (Files.size(this.path) + bytes.length > LIMIT) ? StandardOpenOption.TRUNCATE_EXISTING
					: StandardOpenOption.APPEND;
			Files.write(this.path, bytes, StandardOpenOption.WRITE, mode);
		}
		catch (IOException _) {
			// The command matters more.
		}
	}

	/**
	 * Returns the log for what libraries print.
	 */
	OutputStream stream() {
		return new OutputStream() {

			@Override
			public void write(int octet) {
				write(new byte[] { (byte) octet }, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) {
				ResidentLog.this.write(Arrays.copyOfRange(bytes, offset, offset + length));
			}

		};
	}

}
