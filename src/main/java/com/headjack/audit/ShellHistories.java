package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The files in which shells and other programs keep what the user typed.
 *
 * @param host the machine
 */
record ShellHistories(HostEnvironment host) {

	private static final List<String> NAMES = List.of(".bash_history", ".zsh_history", ".zhistory", ".histfile",
			".history", ".sh_history", ".ksh_history", ".mksh_history", ".ash_history", ".tcsh_history",
			".config/nushell/history.txt", ".config/nushell/history.sqlite3", ".python_history", ".node_repl_history",
			".lesshst", ".viminfo", ".local/state/bash/history", ".local/state/zsh/history");

	void search(Look look) {
		Path data = this.host.folder(KnownVariable.XDG_DATA_HOME).orElse(this.host.home().resolve(".local/share"));
		Stream
			.concat(NAMES.stream().map(this.host.home()::resolve),
					Stream.of("fish/fish_history", "atuin/history.db", "powershell/PSReadLine/ConsoleHost_history.txt")
						.map(data::resolve))
			.filter(Files::isRegularFile)
			.forEach((file) -> search(file, look));
	}

	/**
	 * The user's own file may be a link.
	 */
	private static void search(Path file, Look look) {
		try {
			Path real = file.toRealPath();
			look.file(Objects.requireNonNull(real.getParent()), real);
		}
		catch (IOException _) {
			look.unseen(file + " cannot be read");
		}
	}

}
