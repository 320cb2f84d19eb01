package com.headjack.session;

import java.util.List;
import java.util.stream.Stream;

/**
 * A call of tmux. Every session has a tmux server, and so a socket, of its own.
 *
 * @see <a href="https://man.openbsd.org/tmux.1">tmux(1)</a>
 */
sealed interface TmuxCommand {

	/**
	 * The call's words.
	 */
	List<String> words();

	private static List<String> tmux(SessionName session, String... words) {
		return Stream.concat(Stream.of("tmux", "-u", "-f", "/dev/null", "-L", "hjk-" + session), Stream.of(words))
			.toList();
	}

	/**
	 * Starts a program in a new session and keeps what it prints. All of it is one call:
	 * tmux reads nothing of the program before the last part is done.
	 *
	 * @param session the session
	 * @param log the file, in the container, that takes what the program prints
	 * @param program the program with its arguments, none of which ends with a semicolon
	 */
	record NewSession(SessionName session, String log, List<String> program) implements TmuxCommand {

		@Override
		public List<String> words() {
			List<String> start = tmux(this.session, "start-server", ";", "set-option", "-g", "default-terminal",
					"tmux-256color", ";", "new-session", "-d", "-s", this.session.value(), "-x", "120", "-y", "40");
			List<String> keep = List.of(";", "pipe-pane", "-t", this.session.value(), "exec cat >>" + this.log);
			return Stream.of(start, this.program, keep).flatMap(List::stream).toList();
		}

	}

	/**
	 * Ends a session with its server.
	 *
	 * @param session the session
	 */
	record KillServer(SessionName session) implements TmuxCommand {

		@Override
		public List<String> words() {
			return tmux(this.session, "kill-server");
		}

	}

}
