package com.headjack.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The files in which an agent keeps its credential on the host: one file, several that
 * become the members of a JSON object, or none that can be taken.
 *
 * @param folder the folder, relative to the home folder
 * @param variable the variable that overrides the folder, or {@code null} if there is
 * none
 * @param home the variable that overrides the home folder, or {@code null} if there is
 * none
 * @param file the name of the only file, or {@code null}
 * @param files the names of several files by member; the first file must exist
 * @param signs the signs that the login is elsewhere, the most telling first
 * @param command the command that logs in on the host, or {@code null} if it is not known
 */
public record Source(String folder, @Nullable String variable, @Nullable String home, @Nullable String file,
		Map<String, String> files, List<Sign> signs, @Nullable String command) {

	public Source {
		Assert.isTrue(file == null || files.isEmpty(), "either 'file' or 'files' is needed");
		Assert.isTrue(file != null || !files.isEmpty() || !signs.isEmpty(), "'file', 'files' or 'signs' is needed");
		signs = List.copyOf(signs);
	}

	/**
	 * Returns the file that must exist.
	 * @return its name, or empty if the agent has no file with a login to take
	 */
	public Optional<String> mainFile() {
		return Optional.ofNullable(this.file).or(() -> this.files.values().stream().findFirst());
	}

	/**
	 * Returns the member that the first of several files becomes.
	 * @return its name, or empty if there is only one file
	 */
	public Optional<String> firstMember() {
		return this.files.keySet().stream().findFirst();
	}

}
