package com.headjack.worktree;

import java.nio.file.Path;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Reads what git on the host answers to the question for the repository of a folder.
 */
final class HostGit {

	/**
	 * The first version of git that knows all options that Headjack uses.
	 */
	private static final String OLDEST = "2.31";

	private HostGit() {
	}

	/**
	 * Returns the common folder that git has printed.
	 * @param output the output of git
	 * @return the folder
	 * @throws HeadjackException if git is too old, or a worktree cannot refer to the
	 * folder
	 */
	static Path commonDirectory(String output) {
		if (output.startsWith("--path-format")) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "git on this machine is older than " + OLDEST,
					"install a newer git");
		}
		String folder = output.endsWith("\n") ? output.substring(0, output.length() - 1) : output;
		if (folder.indexOf('\n') >= 0) {
			throw new HeadjackException(FailureKind.FAILED,
					"the path of the repository has a line break: " + folder.replace("\n", "\\n"),
					"git's files cannot refer to it: rename the folder");
		}
		return Path.of(folder);
	}

	/**
	 * Explains why git finds no repository.
	 * @param directory the folder
	 * @param errors what git printed to stderr
	 * @return the failure
	 */
	static HeadjackException refusal(Path directory, String errors) {
		if (errors.contains("dubious ownership")) {
			return new HeadjackException(FailureKind.UNAVAILABLE,
					"the git repository in " + directory + " belongs to another user",
					"if you trust it, run 'git config --global --add safe.directory " + directory + "'");
		}
		if (errors.contains("unknown repository extension") || errors.contains("Expected git repo version")) {
			return new HeadjackException(FailureKind.UNAVAILABLE,
					"git on this machine is too old for the repository in " + directory,
					"install a newer git: the one that made the repository, or a later one");
		}
		return new HeadjackException(FailureKind.UNAVAILABLE, "not a git repository: " + directory,
				"run hjk inside a git repository, or 'git init' one; 'hjk ps -a' lists the instances of all repositories");
	}

}
