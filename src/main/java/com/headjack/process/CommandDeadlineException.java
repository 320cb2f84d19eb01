package com.headjack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.ShellWord;

/**
 * A program did not end in time. It and all programs that it started have been
 * terminated.
 */
public final class CommandDeadlineException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	private CommandDeadlineException(String message, String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	/**
	 * Creates the failure of a program.
	 * @param command the command
	 * @param waited how long the program was given
	 * @return the failure
	 */
	public static CommandDeadlineException of(Command command, Duration waited) {
		Path directory = command.directory();
		String message = command.program() + " got no answer within " + waited.toSeconds() + " seconds";
		if (directory == null) {
			return new CommandDeadlineException(message, "check whether the machine is busy, and try again", null);
		}
		return new CommandDeadlineException(message + " in " + directory, search(List.of(directory)), null);
	}

	/**
	 * Returns the same failure of a program that may have read several folders.
	 * @param folders the folders
	 * @return the failure, whose remedy names them all
	 */
	public CommandDeadlineException reading(List<Path> folders) {
		return new CommandDeadlineException(String.valueOf(getMessage()), search(folders), this);
	}

	private static String search(List<Path> folders) {
		String words = folders.stream()
			.map((folder) -> ShellWord.quoted(folder.toString()))
			.collect(Collectors.joining(" "));
		return "check whether a file there is a pipe: find " + words + " -not -type f -not -type d -not -type l";
	}

}
