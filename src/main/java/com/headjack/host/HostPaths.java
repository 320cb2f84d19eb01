package com.headjack.host;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders and files that Headjack uses on the host.
 *
 * @param configuration the folder of the user's configuration
 * @param worktrees the folder of all worktrees
 * @param sessions the folder of all session records and logs
 * @param history the command history of the shell
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base
 * Directory Specification</a>
 */
public record HostPaths(Path configuration, Path worktrees, Path sessions, Path history) {

	/**
	 * Returns the default paths.
	 * @param host the machine
	 * @return the paths below the XDG folders, which default to folders below the home
	 * folder
	 */
	public static HostPaths of(HostEnvironment host) {
		Path configuration = host.folder(KnownVariable.XDG_CONFIG_HOME).orElseGet(() -> host.home().resolve(".config"));
		Path data = host.folder(KnownVariable.XDG_DATA_HOME).orElseGet(() -> host.home().resolve(".local/share"));
		Path state = host.folder(KnownVariable.XDG_STATE_HOME).orElseGet(() -> host.home().resolve(".local/state"));
		return new HostPaths(configuration.resolve("headjack"), data.resolve("headjack/git"),
				data.resolve("headjack/sessions"), state.resolve("headjack/history"));
	}

	/**
	 * The places that a configuration names.
	 * @param host the machine
	 * @param worktrees the folder of all worktrees as the user wrote it, or empty for the
	 * usual one
	 * @param sessions the folder of all records and logs as the user wrote it, or empty
	 * for the usual one
	 * @return the places
	 */
	public static HostPaths of(HostEnvironment host, Optional<String> worktrees, Optional<String> sessions) {
		HostPaths usual = of(host);
		return new HostPaths(usual.configuration, worktrees.map(host::resolve).orElse(usual.worktrees),
				sessions.map(host::resolve).orElse(usual.sessions), usual.history);
	}

	/**
	 * The folder of the locks on secrets.
	 * @return a folder of Headjack's alone, which may be missing
	 */
	public Path locks() {
		return this.history.resolveSibling("locks");
	}

}
