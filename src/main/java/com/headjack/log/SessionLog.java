package com.headjack.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.host.UntrustedFile;

/**
 * The output of a session, in files that the container can write. No symbolic link is
 * followed.
 */
public final class SessionLog {

	private static final int BLANK = 64 * 1024;

	private final Path file;

	private final Path old;

	/**
	 * Creates a log from its two files, which need not exist.
	 * @param file the newer half, which is being written
	 * @param old the older half
	 */
	public SessionLog(Path file, Path old) {
		this.file = file;
		this.old = old;
	}

	/**
	 * Opens the log. The output that is kept now stays readable even if newer output
	 * replaces it.
	 * @return a reader at the start of the log, which the caller closes
	 * @throws IOException if the log cannot be read
	 */
	public LogReader open() throws IOException {
		return new LogReader(LogParts.open(this.file, this.old));
	}

	/**
	 * Finds out why output is not in the log: a container can replace its files.
	 * @param ended whether the session has ended, so that its log has to be there
	 * @return the reason, which names the file, or empty if there is none
	 */
	public Optional<String> obstacle(boolean ended) {
		Stream<String> strange = Stream.of(this.old, this.file).flatMap((part) -> strange(part).stream());
		return strange.findFirst().or(() -> ended ? missing() : Optional.empty()).or(this::emptied);
	}

	private static Optional<String> strange(Path part) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(part, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			String kind = attributes.isSymbolicLink() ? "a symbolic link"
					: attributes.isDirectory() ? "a folder" : "a pipe, a socket or a device";
			return attributes.isRegularFile() ? Optional.empty() : Optional.of(part + " is " + kind);
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

	/**
	 * A file that was made longer ends in NUL bytes, which no program prints so many of.
	 */
	private Optional<String> emptied() {
		try (FileChannel channel = new UntrustedFile(this.file, 0).open()) {
			ByteBuffer end = ByteBuffer.allocate(BLANK);
			channel.read(end, Math.max(0, channel.size() - BLANK));
			boolean blank = !end.hasRemaining() && Arrays.equals(end.array(), new byte[BLANK]);
			return blank ? Optional.of(this.file + " ends in nothing but NUL bytes") : Optional.empty();
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

	private Optional<String> missing() {
		boolean present = Files.exists(this.file) || Files.exists(this.old);
		return present ? Optional.empty() : Optional.of(this.file + " is missing");
	}

}
