package com.headjack.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.headjack.wire.Fit;
import com.headjack.wire.Hello;

/**
 * What the launcher and the system tell this process.
 *
 * @param socket the path of the resident's socket
 * @param build identifies the installed files
 * @param home the folder where hjk is installed
 * @param terminals the standard streams that are terminals
 * @param modes the terminal's modes that the launcher saved, or an empty text
 * @param size the terminal's rows and columns, or an empty text
 * @param folder the working directory
 * @param variables the environment variables
 * @param patience how long to wait for the resident
 */
record Launch(String socket, String build, String home, String terminals, String modes, String size, String folder,
		Map<String, String> variables, Duration patience) {

	/**
	 * What Java puts in place of a byte that it cannot decode.
	 */
	private static final char UNKNOWN = '\ufffd';

	/**
	 * The open files of a process, as shells name their {@code <(…)}.
	 */
	private static final List<String> DESCRIPTORS = List.of("/dev/fd/", "/proc/self/fd/");

	/**
	 * The time from connecting until the resident has accepted, in milliseconds. Only the
	 * build is more patient.
	 */
	private static final long PATIENCE = 200;

	static Launch ofProcess() {
		return new Launch(property("socket"), property("build"), property("home"), property("terminal"),
				property("modes"), property("size"), System.getProperty("user.dir", ""), System.getenv(),
				Duration.ofMillis(Long.getLong("headjack.patience", PATIENCE)));
	}

	private static String property(String name) {
		return System.getProperty("headjack." + name, "");
	}

	/**
	 * Makes the greeting.
	 * @param words the command
	 * @return the greeting, or null if it cannot tell the resident everything
	 */
	@Nullable Hello hello(List<String> words) {
		if (!isWhole(words)) {
			return null;
		}
		return new Hello(this.build, this.home, Fit.current(), words, this.folder, this.variables, this.terminals,
				this.modes, this.size);
	}

	private boolean isWhole(List<String> words) {
		for (String word : words) {
			if (word.indexOf(UNKNOWN) >= 0 || namesDescriptor(word)) {
				return false;
			}
		}
		for (Map.Entry<String, String> variable : this.variables.entrySet()) {
			String value = variable.getValue();
			if (variable.getKey().indexOf(UNKNOWN) >= 0 || value.indexOf(UNKNOWN) >= 0
					|| (value.startsWith("/") && namesDescriptor(value))) {
				return false;
			}
		}
		return this.folder.indexOf(UNKNOWN) < 0 && Path.of(this.folder).isAbsolute();
	}

	private static boolean namesDescriptor(String text) {
		for (String descriptors : DESCRIPTORS) {
			if (text.contains(descriptors)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return "Launch[" + this.build + "]";
	}

}
