package com.headjack.agent;

import java.util.Optional;

import org.springframework.util.Assert;

/**
 * Files of an agent that a variable moves away from the home folder.
 *
 * @param path the file or folder below the home folder
 * @param variable the variable that names another folder
 * @param below the place below that folder, or empty text for the folder itself
 */
public record Home(String path, String variable, String below) {

	/**
	 * Reads an entry of a profile.
	 * @param path the file or folder below the home folder
	 * @param target the variable, and after a slash the place below its folder
	 * @return the entry
	 */
	static Home parse(String path, String target) {
		String[] parts = target.split("/", 2);
		Assert.isTrue(parts[0].matches("[A-Za-z_][A-Za-z0-9_]*"),
				() -> "'homes' needs the name of a variable for '" + path + "'");
		return new Home(path, parts[0], (parts.length == 2) ? parts[1] : "");
	}

	/**
	 * Finds the place of a file below the variable's folder.
	 * @param file the file's path below the home folder
	 * @return its path below the variable's folder, or empty if the variable does not
	 * move it
	 */
	public Optional<String> placeOf(String file) {
		if (file.equals(this.path)) {
			return Optional.of(this.below);
		}
		return file.startsWith(this.path + "/") ? Optional.of(joined(file.substring(this.path.length() + 1)))
				: Optional.empty();
	}

	private String joined(String rest) {
		return this.below.isEmpty() ? rest : this.below + "/" + rest;
	}

}
