package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.headjack.failure.FailureKind;
import com.headjack.injection.InjectionPlan;

/**
 * All that is to be done for a session.
 *
 * @param words the program with its arguments
 * @param injection what it needs to find; closed with the plan
 */
record SessionPlan(List<String> words, InjectionPlan injection) implements AutoCloseable {

	/**
	 * Linux takes no variable longer than 128 KiB with its name.
	 */
	private static final int LONGEST = 128 * 1024 - 32;

	SessionPlan {
		words = List.copyOf(words);
	}

	/**
	 * The words as one text from which a POSIX shell makes them again.
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
