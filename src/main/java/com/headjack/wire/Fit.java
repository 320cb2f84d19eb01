package com.headjack.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
	 * Describes this process.
	 * @return the description, or an empty list where the system does not tell it
	 */
	public static List<String> current() {
		try (Stream<String> status = Files.lines(PROCESS.resolve("status"))) {
			List<String> lines = status.filter((line) -> STATUS.stream().anyMatch(line::startsWith)).toList();
			return Stream.concat(lines.stream(), namespaces().stream()).toList();
		}
		catch (IOException _) {
			return List.of();
		}
	}

	private static List<String> namespaces() throws IOException {
		String[] links = new String[NAMESPACES.size()];
		for (int i = 0; i < links.length; i++) {
			links[i] = Files.readSymbolicLink(PROCESS.resolve("ns").resolve(NAMESPACES.get(i))).toString();
		}
		return List.of(links);
	}

}
