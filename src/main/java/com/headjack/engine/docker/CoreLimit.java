package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.dockerjava.api.model.Ulimit;

/**
 * The limit that turns core dumps off, which would hold a program's variables.
 */
final class CoreLimit {

	static final Path PATTERN = Path.of("/proc/sys/kernel/core_pattern");

	private static final String NAME = "core";

	private CoreLimit() {
	}

	/**
	 * Chooses the limit. A kernel that gives core dumps to a program ignores every limit
	 * but one byte, which turns them off there, too.
	 * @param pattern the kernel's file that tells where core dumps go
	 * @return the limit
	 * @see <a href="https://man7.org/linux/man-pages/man5/core.5.html">core(5)</a>
	 */
	static Ulimit off(Path pattern) {
		long bytes = givenToProgram(pattern) ? 1 : 0;
		return new Ulimit(NAME, bytes, bytes);
	}

	private static boolean givenToProgram(Path pattern) {
		try {
			return Files.readString(pattern).startsWith("|");
		}
		catch (IOException _) {
			return false;
		}
	}

}
