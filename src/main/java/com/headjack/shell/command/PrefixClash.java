package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.process.Command;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;
import com.headjack.session.TmuxKey;

/**
 * Finds out whether the program around {@code hjk} takes the prefix key of sessions for
 * itself.
 */
final class PrefixClash {

	/**
	 * The keys that zellij takes unless it is locked, beside those with a way around.
	 */
	private static final Set<String> ZELLIJ = Set.of("C-h", "C-n", "C-o", "C-p", "C-q", "C-s", "C-t");

	private static final Pattern SENDING = Pattern
		.compile("(?m)^bind-key\\s+(?:-r\\s+)?-T prefix\\s+(\\S+)\\s+send-prefix\\s*$");

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
	 * The clash of a prefix key.
	 *
	 * @param program the program around {@code hjk}
	 * @param prefix the prefix key of sessions
	 * @param keys the keys that reach a session as its prefix key
	 */
	record Clash(String program, TmuxKey prefix, String keys) {

		private String notice() {
			return ("note: your %s takes %s before the session does; press %s d to detach, or give sessions another "
					+ "prefix key with 'hjk config attach.prefix C-]'")
				.formatted(this.program, this.prefix, this.keys);
		}

	}

	/**
	 * Finds the clash of a prefix key.
	 * @param prefix the prefix key of sessions
	 * @return the clash, or empty if nothing takes the key
	 */
	Optional<Clash> find(TmuxKey prefix) {
		if (set(KnownVariable.TMUX)) {
			return tmux(prefix);
		}
		if (set(KnownVariable.STY)) {
			return prefix.name().equals("C-a") ? Optional.of(new Clash("screen", prefix, prefix + " a"))
					: Optional.empty();
		}
		return set(KnownVariable.ZELLIJ) ? zellij(prefix) : Optional.empty();
	}

	private static Optional<Clash> zellij(TmuxKey prefix) {
		return Optional.ofNullable(switch (prefix.name()) {
			case "C-b" -> prefix + " " + prefix;
			case "C-g" -> prefix.toString();
			default -> ZELLIJ.contains(prefix.name()) ? "Ctrl-G " + prefix : null;
		}).map((keys) -> new Clash("zellij", prefix, keys));
	}

	/**
	 * The notice of a clash.
	 * @param clash the clash
	 * @return the notice, or empty if it was given before
	 */
	Optional<String> notice(Clash clash) {
		return firstTime(clash.program() + "-" + clash.prefix().name()) ? Optional.of(clash.notice())
				: Optional.empty();
	}

	private boolean set(KnownVariable variable) {
		return !this.host.given(List.of(variable)).isEmpty();
	}

	private Optional<Clash> tmux(TmuxKey prefix) {
		try {
			CommandResult result = this.processes
				.run(Command.of("tmux", "show-options", "-Av", "prefix", ";", "list-keys", "-T", "prefix"));
			boolean taken = result.succeeded()
					&& result.output().lines().findFirst().equals(Optional.of(prefix.name()));
			return taken ? Optional.of(new Clash("tmux", prefix, prefix + sending(result.output()))) : Optional.empty();
		}
		catch (HeadjackException _) {
			// The notice is a help, and no condition.
			return Optional.empty();
		}
	}

	private static String sending(String keys) {
		Matcher sending = SENDING.matcher(keys);
		return sending.find() ? " " + new TmuxKey(sending.group(1)) : "";
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
