package com.headjack.resident;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has left for one more command, which must not fail for what others
 * use.
 *
 * @param mostFiles how many files it may have open
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_limits.5.html">proc_pid_limits(5)</a>
 */
record ProcessRoom(long mostFiles) {

	private static final Path PROCESS = Path.of("/proc/self");

	/**
	 * The open files that commands at work may need beside those they have, with those of
	 * the pipes to their programs.
	 */
	private static final int FILES = 128;

	/**
	 * The part of the memory that is left for commands at work.
	 */
	private static final int PART = 8;

	/**
	 * Asks the system for the limits of this process.
	 * @return the room
	 */
	static ProcessRoom ofProcess() {
		try {
			return new ProcessRoom(mostFiles(Files.readString(PROCESS.resolve("limits"))));
		}
		catch (IOException _) {
			return new ProcessRoom(Long.MAX_VALUE);
		}
	}

	/**
	 * Finds the limit of open files.
	 * @param limits the content of the system's file
	 * @return the limit
	 */
	static long mostFiles(String limits) {
		return limits.lines()
			.filter((line) -> line.startsWith("Max open files"))
			.map((line) -> line.split("\\s+", -1)[3])
			.filter((limit) -> limit.matches("[0-9]{1,18}"))
			.mapToLong(Long::parseLong)
			.findFirst()
			.orElse(Long.MAX_VALUE);
	}

	/**
	 * Whether it is enough for one more command.
	 */
	boolean isEnough() {
		Runtime runtime = Runtime.getRuntime();
		long memory = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
		return memory > runtime.maxMemory() / PART && openFiles() + FILES <= this.mostFiles;
	}

	private static long openFiles() {
		long count = 0;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(PROCESS.resolve("fd"))) {
			for (Path _ : files) {
				count++;
			}
			return count;
		}
		catch (IOException _) {
			return Integer.MAX_VALUE;
		}
	}

}
