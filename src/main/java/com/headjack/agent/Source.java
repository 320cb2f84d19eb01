package com.headjack.agent;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The files in which an agent keeps its credential on the host: either one file, or
 * several that become the members of a JSON object.
 *
 * @param folder the folder, relative to the home folder
 * @param variable the variable that overrides the folder, or {@code null} if there is
 * none
 * @param file the name of the only file, or {@code null} if there are several
 * @param files the names of several files by member; the first file must exist
 */
public record Source(String folder, @Nullable String variable, @Nullable String file, Map<String, String> files) {

	public Source {
		Assert.isTrue((file == null) != files.isEmpty(), "either 'file' or 'files' is needed");
	}

	/**
	 * Returns the member that the first of several files becomes.
	 * @return its name, or empty if there is only one file
	 */
	public Optional<String> firstMember() {
		return this.files.keySet().stream().findFirst();
	}

}
