package com.headjack.agent;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Where an agent keeps its login on the host: one file that is taken as it is, or several
 * that become the members of one JSON object.
 *
 * @param folder the folder, below the home folder
 * @param variable the variable that names another folder, or {@code null} if there is
 * none
 * @param file the one file, or {@code null} if there are several
 * @param files the files by the names of their members; the first must be there
 */
public record Source(String folder, @Nullable String variable, @Nullable String file, Map<String, String> files) {

	public Source {
		Assert.isTrue((file == null) != files.isEmpty(), "either 'file' or 'files' is needed");
	}

	/**
	 * The member that the first of several files becomes.
	 * @return its name, or empty if there is only one file
	 */
	public Optional<String> firstMember() {
		return this.files.keySet().stream().findFirst();
	}

}
