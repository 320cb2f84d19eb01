package com.headjack.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a session printed, in files that the container can write: no link is followed.
 */
public final class SessionLog {

	private final Path file;

	private final Path old;

	/**
	 * Names the files of a log, neither of which has to be there.
	 * @param file what is written to
	 * @param old what was written to before, the older half
	 */
	public SessionLog(Path file, Path old) {
		this.file = file;
		this.old = old;
	}

	/**
	 * Opens what is kept of it, which stays readable while older output makes room for
	 * newer.
	 * @return a reader at its beginning, to be closed by the caller
	 * @throws IOException if it cannot be read
	 */
	public LogReader open() throws IOException {
		return new LogReader(LogParts.open(this.file, this.old));
	}

}
