package com.headjack.session;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.log.LogFormat;

/**
 * A call of tmux. Every session has a tmux server, and so a socket, of its own.
 *
 * @see <a href="https://man.openbsd.org/tmux.1">tmux(1)</a>
 */
sealed interface TmuxCommand {

	/**
	 * How the names of all sockets begin.
	 */
	String SOCKETS = "hjk-";

	/**
	 * The call's words.
	 */
	List<String> words();

	private static List<String> tmux(SessionName session, String... words) {
		return Stream.concat(Stream.of("tmux", "-u", "-f", "/dev/null", "-L", SOCKETS + session), Stream.of(words))
			.toList();
	}

	/**
	 * Starts a program in a new session and keeps what it prints. All of it is one call:
	 * tmux reads nothing of the program before the last part is done.
	 *
	 * @param session the session
	 * @param out how the names of the files in the container begin that take what the
	 * program prints
	 * @param limit how much of it is kept
	 * @param program the program with its arguments, none of which ends with a semicolon
	 */
	record NewSession(SessionName session, String out, LogLimit limit, List<String> program) implements TmuxCommand {

		private static final String FORMAT = "#{pane_height};#{pane_width}";

		/**
		 * A tmux that is older than a setting goes without it. Escape is a key that
		 * agents wait for, so it is not waited for what may follow it.
		 */
		private static final List<String> SETTINGS = Stream
			.of(List.of("default-terminal", "tmux-256color"), List.of("escape-time", "10"),
					List.of("history-limit", "50000"), List.of("focus-events", "on"), List.of("extended-keys", "on"),
					List.of("status-right", " Ctrl-B d detaches "))
			.flatMap((setting) -> Stream.of("set-option", "-gq", setting.get(0), setting.get(1), ";"))
			.toList();

		@Override
		public List<String> words() {
			List<String> start = tmux(this.session, "start-server", ";");
			List<String> watch = List.of("set-option", "-gqw", "window-layout-changed", markSize(), ";");
			List<String> session = List.of("new-session", "-d", "-s", this.session.value(), "-x",
					String.valueOf(LogFormat.FIRST_SIZE.columns()), "-y", String.valueOf(LogFormat.FIRST_SIZE.rows()));
			List<String> keep = List.of(";", "pipe-pane", "-t", this.session.value(), record());
			return Stream.of(start, SETTINGS, watch, session, this.program, keep).flatMap(List::stream).toList();
		}

		private String record() {
			// Here # and % would begin a format and a time.
			String script = Scripts.RECORD.text().replace("#", "##").replace("%", "%%");
			return "set -- %s %s '%s'\n%s".formatted(this.out, this.limit.half(), FORMAT, script);
		}

		/**
		 * The program's pane is the first one.
		 */
		private String markSize() {
			String mark = LogFormat.SIZE_MARK.replace("\033", "\\033") + FORMAT + "\\007";
			return "run-shell -b -t %%0 'printf \"%s\" | tee %s.size >>%s.log'".formatted(mark, this.out, this.out);
		}

	}

	/**
	 * Shows a session at the terminal that the call is made at.
	 *
	 * @param session the session
	 * @param features what the terminal can do, as tmux calls it
	 */
	record Attach(SessionName session, String features) implements TmuxCommand {

		@Override
		public List<String> words() {
			return tmux(this.session, "set-option", "-sq", "terminal-features[100]", "*:" + this.features, ";",
					"attach-session", "-t", this.session.value());
		}

	}

}
