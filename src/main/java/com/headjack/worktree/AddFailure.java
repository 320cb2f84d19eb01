package com.headjack.worktree;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.CommandFailedException;
import com.headjack.process.CommandResult;

/**
 * Explains to the user why git created no worktree.
 */
final class AddFailure {

	/**
	 * Git's messages for a failed write. For the content of a file, git does not say that
	 * the disk is full.
	 */
	private static final Pattern UNWRITTEN = Pattern
		.compile("No space left on device|Disk quota exceeded|unable to write|could not write");

	private static final Pattern PREFIX = Pattern.compile("^(error|fatal): ");

	private AddFailure() {
	}

	static HeadjackException of(Path path, CommandResult result) {
		CommandFailedException failure = CommandFailedException.of(result);
		return result.errors()
			.lines()
			.filter((line) -> UNWRITTEN.matcher(line).find())
			.findFirst()
			.map((line) -> unwritten(path, PREFIX.matcher(line).replaceFirst(""), failure))
			.orElse(failure);
	}

	private static HeadjackException unwritten(Path path, String reason, CommandFailedException failure) {
		return new HeadjackException(FailureKind.FAILED, "git cannot write the worktree " + path + ": " + reason,
				"make room there, or run 'hjk config storage.worktrees FOLDER' to choose another place", failure);
	}

}
