package com.headjack.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

import com.headjack.agent.Accepts;
import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.ProfilePattern;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.CommandText;

/**
 * Remembers the typed commands, except lines that could hold a secret. A line that does
 * not begin with a command, or that holds a possible credential of an agent, was pasted
 * by mistake. A line that begins with a space is not remembered either.
 */
final class CommandHistory extends DefaultHistory {

	private final AgentCatalog catalog;

	private final CommandTable table;

	private @Nullable List<ProfilePattern> credentials;

	CommandHistory(AgentCatalog catalog, CommandTable table) {
		this.catalog = catalog;
		this.table = table;
	}

	/**
	 * The patterns of all credentials, read when the first line is typed.
	 */
	private List<ProfilePattern> credentials() {
		if (this.credentials == null) {
			this.credentials = patterns();
		}
		return this.credentials;
	}

	private List<ProfilePattern> patterns() {
		return this.catalog.ids()
			.stream()
			.flatMap((id) -> profile(this.catalog, id).stream())
			.flatMap((profile) -> profile.logins().values().stream())
			.map(Login::accepts)
			.map(Accepts::pattern)
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Finds an agent's profile. A malformed one is ignored: using the agent reports it,
	 * and the shell must start anyway.
	 */
	private static Optional<AgentProfile> profile(AgentCatalog catalog, AgentId id) {
		try {
			return catalog.find(id);
		}
		catch (AgentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Loads the history, and saves it from now on.
	 * @param file the history file, readable by this user alone
	 */
	void keep(LineReader reader, Path file) {
		try {
			Files.createDirectories(Objects.requireNonNull(file.getParent()));
			if (Files.notExists(file)) {
				Files.createFile(file);
			}
			file.toFile().setReadable(false, false);
			file.toFile().setReadable(true, true);
			reader.setVariable(LineReader.HISTORY_FILE, file);
			attach(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void add(Instant time, String line) {
		if (harmless(line)) {
			super.add(time, line);
		}
	}

	boolean harmless(String line) {
		List<List<String>> lines = CommandText.of(line).lines().stream().map(CommandText.Line::values).toList();
		return !line.startsWith(" ") && lines.stream().allMatch((words) -> isCommand(words.getFirst()))
				&& lines.stream().flatMap(List::stream).noneMatch(this::holdsCredential);
	}

	private boolean isCommand(String word) {
		return word.equals("hjk") || word.startsWith("@") || this.table.knows(word);
	}

	/**
	 * A pattern that takes too long is like a malformed one.
	 */
	private static boolean fits(ProfilePattern pattern, String part) {
		try {
			return pattern.matches(part);
		}
		catch (AgentException ex) {
			return true;
		}
	}

	private boolean holdsCredential(String word) {
		return Arrays.stream(word.split("[=\\s\"':,]+", -1))
			.anyMatch((part) -> credentials().stream().anyMatch((pattern) -> fits(pattern, part))
					|| this.catalog.knownCredentials().token(part).filter((token) -> token.isChoice(part)).isPresent());
	}

}
