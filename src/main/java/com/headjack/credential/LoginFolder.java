package com.headjack.credential;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.host.ProfileVariable;

/**
 * Finds the folder in which an agent keeps its login. A variable that names a folder
 * counts as it does for the agent, and one that cannot be used is a failure: the usual
 * folder may hold the login of another account.
 */
final class LoginFolder {

	private final HostEnvironment host;

	LoginFolder(HostEnvironment host) {
		this.host = host;
	}

	/**
	 * Finds the folder.
	 * @return the folder, which exists if a variable names it
	 * @throws CredentialException if a variable names no folder
	 */
	Path of(Source source) {
		String folder = named(source.variable());
		if (folder != null) {
			return existing(String.valueOf(source.variable()), folder);
		}
		String home = named(source.home());
		return ((home != null) ? existing(String.valueOf(source.home()), home) : this.host.home())
			.resolve(source.folder());
	}

	/**
	 * To the agents a blank value is a name, but an empty one is none.
	 */
	private @Nullable String named(@Nullable String variable) {
		String value = (variable != null) ? this.host.given(List.of(new ProfileVariable(variable))).get(variable)
				: null;
		return (value != null && !value.isEmpty()) ? value : null;
	}

	private Path existing(String variable, String value) {
		Path folder = path(variable, value);
		if (Files.isDirectory(folder)) {
			return folder;
		}
		throw unusable(variable, folder, Files.exists(folder) ? "is not a folder" : "is not there",
				remedy(variable, value));
	}

	private Path path(String variable, String value) {
		try {
			return this.host.workingDirectory().resolve(value);
		}
		catch (InvalidPathException ex) {
			throw new CredentialException(FailureKind.FAILED, variable + " holds no path of a folder",
					"set it to the absolute path of the folder");
		}
	}

	private String remedy(String variable, String value) {
		if (value.equals("~") || value.startsWith("~/")) {
			return "the shell did not replace the ~: set %s to %s".formatted(variable,
					Subject.shown(this.host.resolve(value)));
		}
		return value.startsWith("/") ? "set %s to the folder that is in use, or unset it".formatted(variable)
				: "a path without a leading / is relative to the current folder: set %s to the whole path"
					.formatted(variable);
	}

	private static CredentialException unusable(String variable, Path folder, String what, String remedy) {
		return new CredentialException(FailureKind.FAILED,
				"%s names the folder %s, which %s".formatted(variable, Subject.shown(folder), what), remedy);
	}

}
