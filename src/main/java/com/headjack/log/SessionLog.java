package com.headjack.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The output of a session, in files that the container can write. No symbolic link is
 * followed.
 */
public final class SessionLog {

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

}
