package com.headjack.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What this process uses of the machine.
 *
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
 */
final class ProcessUse {

	private static final Path PROCESS = Path.of("/proc/self");

	private static final int MEBIBYTE = 1024;

	private ProcessUse() {
	}

	/**
	 * Measures it.
	 * @return {@code memory} in MiB, and the numbers of {@code threads} and
	 * {@code files}; empty where the system does not tell
	 */
	static Map<String, String> current() {
		Map<String, String> use = new LinkedHashMap<>();
		try (Stream<String> status = Files.lines(PROCESS.resolve("status"));
				Stream<Path> files = Files.list(PROCESS.resolve("fd"))) {
			status.forEach((line) -> {
				String[] parts = line.split("\\s+", -1);
				if (parts[0].equals("VmRSS:")) {
					use.put("memory", Integer.toString(Integer.parseInt(parts[1]) / MEBIBYTE));
				}
				else if (parts[0].equals("Threads:")) {
					use.put("threads", parts[1]);
				}
			});
			use.put("files", Long.toString(files.count()));
		}
		catch (IOException _) {
			use.clear();
		}
		return use;
	}

}
