package com.headjack.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A program for a session: an agent or a command.
 */
public sealed interface Program {

	/**
	 * Returns the kind of program, for a listing.
	 * @return the agent's name, {@code exec} or {@code shell}
	 */
	String type();

	/**
	 * An agent, which gets its credential.
	 *
	 * @param agent the agent's name
	 * @param account the account's name, or {@code null} for the configured one
	 * @param prompt its first prompt, or {@code null} for none
	 * @param arguments additional arguments
	 * @param trusting whether the user trusts the settings of the repository as they are
	 * @param anyway whether to start it even if its login has expired
	 */
	record Agent(String agent, @Nullable String account, @Nullable String prompt, List<String> arguments,
			boolean trusting, boolean anyway) implements Program {

		public Agent {
			arguments = List.copyOf(arguments);
		}

		/**
		 * Creates an agent whose user is asked about settings of the repository, and
		 * whose login must not have expired.
		 * @param agent the agent's name
		 * @param account the account's name, or {@code null} for the configured one
		 * @param prompt its first prompt, or {@code null} for none
		 * @param arguments additional arguments
		 */
		public Agent(String agent, @Nullable String account, @Nullable String prompt, List<String> arguments) {
			this(agent, account, prompt, arguments, false, false);
		}

		@Override
		public String type() {
			return this.agent;
		}

	}

	/**
	 * A command, which gets no credential.
	 *
	 * @param words the command with its arguments; none for a login shell
	 */
	record Shell(List<String> words) implements Program {

		static final List<String> TYPES = List.of("shell", "exec");

		public Shell {
			words = List.copyOf(words);
		}

		@Override
		public String type() {
			return this.words.isEmpty() ? TYPES.getFirst() : TYPES.getLast();
		}

	}

}
