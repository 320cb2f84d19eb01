package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.process.Command;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;
import com.headjack.session.TmuxKey;

/**
 * Tells a user once if the program around {@code hjk} takes the prefix key of sessions
 * for itself.
 */
final class PrefixClash {

	/**
	 * The keys that zellij takes unless it is locked.
	 */
	private static final Set<String> ZELLIJ = Set.of("C-b", "C-g", "C-h", "C-n", "C-o", "C-p", "C-q", "C-s", "C-t");

	private static final String SCREEN = "C-a";

	private final HostEnvironment host;

	private final ProcessRunner processes;

	private final Path notices;

	/**
	 * Looks around.
	 * @param host the machine
	 * @param processes runs tmux
	 * @param notices the folder that keeps which notices were given
	 */
	PrefixClash(HostEnvironment host, ProcessRunner processes, Path notices) {
		this.host = host;
		this.processes = processes;
		this.notices = notices;
	}

	/**
	 * Finds the notice for a prefix key.
	 * @param prefix the prefix key of sessions
	 * @return the notice, or empty if nothing takes the key, or the notice was given
	 */
	Optional<String> notice(TmuxKey prefix) {
		return around(prefix).filter((program) -> firstTime(program + "-" + prefix.name()))
			.map((program) -> ("note: your %s takes %s before the session does: "
					+ "'hjk config attach.prefix C-]' gives sessions another prefix key")
				.formatted(program, prefix));
	}

	private Optional<String> around(TmuxKey prefix) {
		if (set("TMUX")) {
			return Optional.of("tmux").filter((_) -> tmuxPrefix().equals(Optional.of(prefix.name())));
		}
		if (set("STY")) {
			return Optional.of("screen").filter((_) -> prefix.name().equals(SCREEN));
		}
		return Optional.of("zellij").filter((_) -> set("ZELLIJ") && ZELLIJ.contains(prefix.name()));
	}

	private boolean set(String variable) {
		return this.host.variables().containsKey(variable);
	}

	private Optional<String> tmuxPrefix() {
		try {
			CommandResult result = this.processes.run(Command.of("tmux", "show-options", "-Av", "prefix"));
			return Optional.of(result.output().strip()).filter((_) -> result.succeeded());
		}
		catch (HeadjackException _) {
			// The notice is a help, and no condition.
			return Optional.empty();
		}
	}

	private boolean firstTime(String notice) {
		try {
			Files.createDirectories(this.notices);
			Files.createFile(this.notices.resolve("prefix-" + notice.replaceAll("[^A-Za-z0-9-]", "_")));
			return true;
		}
		catch (FileAlreadyExistsException _) {
			return false;
		}
		catch (IOException _) {
			// Better twice than never.
			return true;
		}
	}

}
