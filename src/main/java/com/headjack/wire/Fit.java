package com.headjack.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs to a process and cannot be changed for one command: its user, groups,
 * capabilities, umask and namespaces. A resident process runs only commands of clients
 * that are the same in all of it.
 *
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
 */
public final class Fit {

	private static final Path PROCESS = Path.of("/proc/self");

	private static final List<String> NAMESPACES = List.of("mnt", "net", "user", "pid");

	private static final List<String> STATUS = List.of("Uid:", "Gid:", "Groups:", "Umask:", "CapEff:", "CapBnd:",
			"NoNewPrivs:", "Seccomp:");

	private Fit() {
	}

	/**
	 * Describes this process. Each client does that: there is no shorter way.
	 * @return the description, or an empty list where the system does not tell it
	 */
	public static List<String> current() {
		try {
			List<String> fit = new ArrayList<>();
			String status = new String(Files.readAllBytes(PROCESS.resolve("status")), StandardCharsets.ISO_8859_1);
			addLines(status, fit);
			for (String namespace : NAMESPACES) {
				fit.add(Files.readSymbolicLink(PROCESS.resolve("ns").resolve(namespace)).toString());
			}
			return List.copyOf(fit);
		}
		catch (IOException _) {
			return List.of();
		}
	}

	private static void addLines(String status, List<String> fit) {
		int begin = 0;
		for (int end = status.indexOf('\n'); end >= 0; end = status.indexOf('\n', begin)) {
			String line = status.substring(begin, end);
			if (STATUS.contains(line.substring(0, line.indexOf(':') + 1))) {
				fit.add(line);
			}
			begin = end + 1;
		}
	}

}
