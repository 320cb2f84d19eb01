package com.headjack.session;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.log.LogFormat;

/**
 * A tmux command. Every session has its own tmux server, and therefore its own socket.
 *
 * @see <a href="https://man.openbsd.org/tmux.1">tmux(1)</a>
 */
sealed interface TmuxCommand {

	/**
	 * The prefix of all socket names.
	 */
	String SOCKETS = "hjk-";

	/**
	 * Returns the program and its arguments.
	 */
	List<String> words();

	private static List<String> tmux(SessionName session, String... words) {
		return Stream.concat(Stream.of("tmux", "-u", "-f", "/dev/null", "-L", SOCKETS + session), Stream.of(words))
			.toList();
	}

	/**
	 * Starts a program in a new session and records its output. It is all one call, so
	 * that no output is lost: tmux reads none of it before the last part of the call is
	 * done.
	 *
	 * @param session the session
	 * @param type what runs in it, for the status line
	 * @param out the prefix of the paths of the output files in the container
	 * @param limit the limit on the output that is kept
	 * @param program the program with its arguments; none may end with a semicolon
	 */
	record NewSession(SessionName session, String type, String out, LogLimit limit,
			List<String> program) implements TmuxCommand {

		private static final String FORMAT = "#{pane_height};#{pane_width}";

		/**
		 * The settings of the server. A tmux that is too old for one ignores it. Agents
		 * react to the Escape key, so tmux passes it on almost at once instead of waiting
		 * for a longer key sequence.
		 */
		private static final List<String> SETTINGS = Stream
			.of(List.of("default-terminal", "tmux-256color"), List.of("escape-time", "10"),
					List.of("history-limit", "50000"), List.of("focus-events", "on"), List.of("extended-keys", "on"))
			.flatMap((setting) -> Stream.of("set-option", "-gq", setting.get(0), setting.get(1), ";"))
			.toList();

		@Override
		public List<String> words() {
			List<String> start = tmux(this.session, "start-server", ";");
			List<String> watch = List.of("set-option", "-gqw", "window-layout-changed", markSize(), ";");
			List<String> session = List.of("new-session", "-d", "-s", this.session.value(), "-n", this.type, "-x",
					String.valueOf(LogFormat.FIRST_SIZE.columns()), "-y", String.valueOf(LogFormat.FIRST_SIZE.rows()));
			List<String> keep = List.of(";", "pipe-pane", "-t", this.session.value(), record());
			return Stream.of(start, SETTINGS, watch, session, this.program, keep).flatMap(List::stream).toList();
		}

		private String record() {
			// In this argument, tmux would take # for a format and % for a time.
			String script = Scripts.RECORD.text().replace("#", "##").replace("%", "%%");
			return "set -- %s %s '%s'\n%s".formatted(this.out, this.limit.half(), FORMAT, script);
		}

		/**
		 * Returns a tmux command that writes the size of the program's pane, the first
		 * one, to the log.
		 */
		private String markSize() {
			String mark = LogFormat.SIZE_MARK.replace("\033", "\\033") + FORMAT + "\\007";
			return "run-shell -b -t %%0 'printf \"%s\" | tee %s.size >>%s.log'".formatted(mark, this.out, this.out);
		}

	}

	/**
	 * Shows a session at the current terminal. The settings of the server are made anew,
	 * since the user may have changed them.
	 *
	 * @param session the session
	 * @param trueColor whether the terminal shows 24-bit colors
	 * @param settings the user's settings
	 */
	record Attach(SessionName session, boolean trueColor, AttachSettings settings) implements TmuxCommand {

		/**
		 * How many columns of the status line a session's name may take: half of a usual
		 * terminal's.
		 */
		private static final String STATUS_NAME = "40";

		@Override
		public List<String> words() {
			return Stream
				.of(tmux(this.session, "set-option", "-sq", "terminal-features[100]", features(), ";"),
						option("-sq", "set-clipboard", this.settings.clipboard() ? "external" : "off"),
						option("-gq", "mouse", this.settings.mouse() ? "on" : "off"),
						option("-gq", "bell-action",
								(this.settings.notifications() != Notifications.NONE) ? "any" : "none"),
						option("-gq", "status-left-length", STATUS_NAME), prefix(),
						List.of("attach-session", "-t", this.session.value()))
				.flatMap(List::stream)
				.toList();
		}

		private String features() {
			return "*:extkeys:clipboard" + (this.trueColor ? ":RGB" : "");
		}

		private static List<String> option(String scope, String name, String value) {
			return List.of("set-option", scope, name, value, ";");
		}

		private List<String> prefix() {
			TmuxKey prefix = this.settings.prefix();
			List<String> set = option("-gq", "prefix", prefix.name());
			if (prefix.isNone()) {
				return Stream.of(set, option("-gq", "status-right", "")).flatMap(List::stream).toList();
			}
			return Stream
				.of(set, option("-gq", "status-right", " " + this.settings.reach() + " d detaches "),
						List.of("bind-key", prefix.name(), "send-prefix", ";"))
				.flatMap(List::stream)
				.toList();
		}

	}

}
