package com.headjack.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes of this machine that carry a mark in their environment, whoever their
 * parents are.
 *
 * @param mark the variable with its value
 */
record MarkedProcesses(String mark) {

	private static final int ROUNDS = 1000;

	/**
	 * Ends all of them at once.
	 */
	void kill() {
		for (int round = 0; round < ROUNDS; round++) {
			List<ProcessHandle> found = find();
			if (found.isEmpty()) {
				return;
			}
			found.forEach(ProcessHandle::destroyForcibly);
			pause();
		}
		throw new IllegalStateException("processes do not end: " + find());
	}

	/**
	 * Waits without {@link ProcessHandle#onExit()}, which needs a thread of the common
	 * pool: this may be one, and others may be busy.
	 */
	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(10);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	List<ProcessHandle> find() {
		return ProcessHandle.allProcesses().filter(this::marked).toList();
	}

	private boolean marked(ProcessHandle process) {
		return environment(process).filter((variables) -> ("\0" + variables).contains("\0" + this.mark + "\0"))
			.isPresent();
	}

	private static Optional<String> environment(ProcessHandle process) {
		try {
			return Optional
				.of(Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1));
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

}
