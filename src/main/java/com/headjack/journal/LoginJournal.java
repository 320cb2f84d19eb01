package com.headjack.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.host.HostPaths;
import com.headjack.host.LockedFile;
import com.headjack.host.UntrustedFile;
import com.headjack.secret.Secret;

/**
 * The record of what happened to logins: lines of JSON in a file of the user alone, and
 * the lines before them in a second file. An event that cannot be written is lost; the
 * command matters more.
 */
public final class LoginJournal {

	/**
	 * The size at which the file is begun anew, in bytes.
	 */
	private static final int LIMIT = 1024 * 1024;

	private static final FileAttribute<?>[] OWNERS_ONLY = isPosix()
			? new FileAttribute<?>[] {
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
			: new FileAttribute<?>[0];

	private static final Set<? extends java.nio.file.OpenOption> APPENDING = Set.of(StandardOpenOption.CREATE,
			StandardOpenOption.WRITE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

	private final Path file;

	private final Fingerprints fingerprints;

	private final Clock clock;

	LoginJournal(Path file, Clock clock) {
		this.file = file;
		this.fingerprints = new Fingerprints(file.resolveSibling("audit.key"));
		this.clock = clock;
	}

	/**
	 * Opens the user's journal.
	 * @param paths the host's folders
	 * @return the journal, whose files need not exist
	 */
	public static LoginJournal of(HostPaths paths) {
		return new LoginJournal(paths.history().resolveSibling("audit.jsonl"), Clock.systemUTC());
	}

	private static boolean isPosix() {
		return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	/**
	 * Records an event.
	 * @param kind what happened
	 * @param agent the name of the login's agent
	 * @param account the label of its account
	 * @param login the login, of which only a fingerprint is kept, or {@code null} if it
	 * is not at hand
	 * @param place the branch and the session it happened in
	 * @param detail further words, or {@code null}
	 */
	public void write(LoginEvent.Kind kind, String agent, String account, @Nullable Secret login, LoginPlace place,
			@Nullable String detail) {
		try {
			Files.createDirectories(this.file.resolveSibling(""));
			String fingerprint = (login != null) ? this.fingerprints.of(login) : null;
			append(new LoginEvent(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), kind, agent, account,
					fingerprint, place.branch(), place.session(), detail));
		}
		catch (IOException _) {
			// The command matters more.
		}
	}

	private void append(LoginEvent event) throws IOException {
		byte[] line = (JsonMapper.shared().writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8);
		Path lock = this.file.resolveSibling("audit.lock");
		try (LockedFile _ = LockedFile.of(lock, () -> FileChannel.open(lock, APPENDING, OWNERS_ONLY))) {
			if (Files.exists(this.file) && Files.size(this.file) + line.length > LIMIT) {
				Files.move(this.file, old(), StandardCopyOption.REPLACE_EXISTING);
			}
			if (event.kind() == LoginEvent.Kind.REFUSED && isKnown(event)) {
				return;
			}
			try (FileChannel channel = FileChannel.open(this.file, APPENDING, OWNERS_ONLY)) {
				channel.write(ByteBuffer.wrap(line));
			}
		}
	}

	/**
	 * Whether the last event of that login there was the same. What looks again and again
	 * is refused again and again.
	 */
	private boolean isKnown(LoginEvent event) {
		return read().reversed()
			.stream()
			.filter((former) -> event.isWhere(former))
			.findFirst()
			.filter(event::isRepetitionOf)
			.isPresent();
	}

	private Path old() {
		return this.file.resolveSibling(this.file.getFileName() + ".old");
	}

	/**
	 * Reads the events.
	 * @return those that can be read, oldest first
	 */
	public List<LoginEvent> read() {
		return Stream.of(old(), this.file).flatMap(LoginJournal::lines).flatMap(LoginJournal::event).toList();
	}

	private static Stream<String> lines(Path file) {
		return new UntrustedFile(file, LIMIT).text().map(String::lines).stream().flatMap((lines) -> lines);
	}

	private static Stream<LoginEvent> event(String line) {
		try {
			return Optional.ofNullable(JsonMapper.shared().readValue(line, LoginEvent.class)).stream();
		}
		catch (JacksonException _) {
			return Stream.empty();
		}
	}

}
