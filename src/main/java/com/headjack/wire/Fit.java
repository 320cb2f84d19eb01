package com.headjack.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs to a process and cannot be changed for one command: its user, groups,
 * capabilities, umask, namespaces, security label, priority and some limits. A resident
 * process runs only commands of clients that are the same in all of it.
 *
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)</a>
 */
public final class Fit {

	private static final Path PROCESS = Path.of("/proc/self");

	private static final List<String> NAMESPACES = List.of("mnt", "net", "user", "pid", "uts", "ipc", "cgroup");

	private static final List<String> STATUS = List.of("Uid:", "Gid:", "Groups:", "Umask:", "CapEff:", "CapBnd:",
			"NoNewPrivs:", "Seccomp:");

	/**
	 * The limits that may end a program in its midst. Most users have none of them. Other
	 * limits are too often different between terminals.
	 */
	private static final List<String> LIMITS = List.of("Max cpu time", "Max file size", "Max data size",
			"Max address space");

	private static final String LABEL = "attr/current";

	/**
	 * The place of the nice value behind the program's name.
	 */
	private static final int NICE = 16;

	private Fit() {
	}

	/**
	 * Describes this process. Each client does that: there is no shorter way.
	 * @return the description, or an empty list where the system does not tell it
	 */
	public static List<String> current() {
		try {
			List<String> fit = new ArrayList<>();
			addLines(read("status"), STATUS, fit);
			addLines(read("limits"), LIMITS, fit);
			for (String namespace : NAMESPACES) {
				fit.add(Files.readSymbolicLink(PROCESS.resolve("ns").resolve(namespace)).toString());
			}
			fit.add(priority(read("stat")));
			fit.add(label());
			return List.copyOf(fit);
		}
		catch (IOException _) {
			return List.of();
		}
	}

	private static String read(String name) throws IOException {
		return new String(Files.readAllBytes(PROCESS.resolve(name)), StandardCharsets.ISO_8859_1);
	}

	private static String priority(String stat) {
		return "Nice: " + stat.substring(stat.lastIndexOf(')') + 2).split(" ", NICE + 2)[NICE];
	}

	/**
	 * Reads the label of AppArmor or SELinux.
	 */
	private static String label() {
		try {
			return read(LABEL);
		}
		catch (IOException _) {
			return "";
		}
	}

	private static void addLines(String text, List<String> beginnings, List<String> fit) {
		int begin = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
			String line = text.substring(begin, end);
			for (String beginning : beginnings) {
				if (line.startsWith(beginning)) {
					fit.add(line);
				}
			}
			begin = end + 1;
		}
	}

}
