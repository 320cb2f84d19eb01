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
import java.util.regex.Pattern;

import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

import com.headjack.agent.Accepts;
import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.CommandText;

/**
 * Remembers the commands that were typed, and nothing that could be a secret: a line that
 * begins with no command, or holds what an agent would take for a credential, was pasted
 * by mistake. Nor is a line kept that begins with a space.
 */
final class CommandHistory extends DefaultHistory {

	private final AgentCatalog catalog;

	private final CommandTable table;

	private @Nullable List<Pattern> credentials;

	CommandHistory(AgentCatalog catalog, CommandTable table) {
		this.catalog = catalog;
		this.table = table;
	}

	/**
	 * The patterns of all credentials, which are read when the first line is typed.
	 */
	private List<Pattern> credentials() {
		if (this.credentials == null) {
			this.credentials = patterns();
		}
		return this.credentials;
	}

	private List<Pattern> patterns() {
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
	 * A malformed profile is told of where the agent is used, and keeps nobody from the
	 * shell.
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
	 * Reads what was remembered before, and remembers from now on.
	 * @param file where it is kept, for this user alone
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

	private boolean holdsCredential(String word) {
		return Arrays.stream(word.split("[=\\s\"':,]+", -1))
			.anyMatch((part) -> credentials().stream().anyMatch((pattern) -> pattern.matcher(part).matches()));
	}

}
