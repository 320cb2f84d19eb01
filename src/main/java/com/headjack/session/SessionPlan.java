package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.headjack.failure.FailureKind;
import com.headjack.injection.InjectionPlan;

/**
 * The plan for the start of a session.
 *
 * @param words the program with its arguments
 * @param injection the variables, files and settings that the program needs; closed with
 * the plan
 * @param questions the questions that the program may ask
 */
record SessionPlan(List<String> words, InjectionPlan injection,
		List<ExpectedQuestion> questions) implements AutoCloseable {

	/**
	 * The maximum length of the command line in bytes. Linux limits a variable to 128
	 * KiB, its name included.
	 */
	private static final int LONGEST = 128 * 1024 - 32;

	SessionPlan {
		words = List.copyOf(words);
		questions = List.copyOf(questions);
	}

	SessionPlan(List<String> words, InjectionPlan injection) {
		this(words, injection, List.of());
	}

	/**
	 * Returns the words as one text, quoted for a POSIX shell.
	 */
	String commandLine() {
		String line = this.words.stream().map(SessionPlan::quoted).collect(Collectors.joining(" "));
		int size = line.getBytes(StandardCharsets.UTF_8).length;
		if (size > LONGEST) {
			throw new SessionException(FailureKind.MISUSED,
					"the command is too long: %s bytes, where %s are possible".formatted(size, LONGEST),
					"put a long prompt into a file of the worktree, and tell the agent to read it");
		}
		return line;
	}

	private static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

	@Override
	public void close() {
		this.injection.close();
	}

}
