package com.headjack.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.failure.FailureKind;
import com.headjack.host.FolderDeletion;
import com.headjack.host.UniqueName;
import com.headjack.host.UntrustedFile;
import com.headjack.instance.InstanceFolder;
import com.headjack.log.SessionLog;

/**
 * The files of an instance's sessions on the host. Files that the container can write are
 * opened without following symbolic links, and read up to a limit.
 */
final class SessionFiles {

	private static final String RECORD = ".json";

	private static final String LOG = ".log";

	private static final String OLD_LOG = ".log.old";

	/**
	 * The ending of the file that tells how often a log was divided.
	 */
	static final String TURNS = ".turns";

	private static final String EXIT = ".exit";

	/**
	 * The files that a session writes.
	 */
	private static final List<String> OUT = List.of(LOG, OLD_LOG, ".size", EXIT, TURNS);

	private static final int SHORT = 128;

	private static final int LONGEST = 1024 * 1024;

	private final InstanceFolder folder;

	SessionFiles(InstanceFolder folder) {
		this.folder = folder;
	}

	/**
	 * Claims a name by writing the record.
	 * @return {@code true} if the name was free
	 */
	boolean claim(SessionRecord record) {
		try {
			Files.createDirectories(this.folder.path());
			Files.write(record(record.name()), JsonMapper.shared().writeValueAsBytes(record),
					StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		catch (IOException ex) {
			discard(record(record.name()));
			throw new SessionException(FailureKind.FAILED, "cannot write the session's record: " + ex.getMessage(),
					"make sure that you may write to " + this.folder.path() + ", and that there is room");
		}
	}

	/**
	 * Records when a session was used. Does nothing if the session's record is gone.
	 */
	void touch(String name, Instant now) {
		find(name).ifPresent((record) -> replace(record.accessed(now)));
	}

	/**
	 * Renames an account in the records of its sessions.
	 */
	void rename(String agent, String old, String renamed) {
		records().stream()
			.filter((record) -> record.type().equals(agent) && record.login() != null
					&& record.login().account().equals(old))
			.forEach((record) -> replace(record.ofAccount(renamed)));
	}

	private void replace(SessionRecord record) {
		Path draft = this.folder.path().resolve(record.name() + RECORD + "." + UniqueName.current());
		try {
			Files.write(draft, JsonMapper.shared().writeValueAsBytes(record));
			Files.move(draft, record(record.name()), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			// A full disk should not keep a user from a session.
			discard(draft);
		}
	}

	private static void discard(Path draft) {
		try {
			Files.deleteIfExists(draft);
		}
		catch (IOException ex) {
			// The draft could not even be created.
		}
	}

	void release(String name) {
		try {
			Files.deleteIfExists(record(name));
			for (String ending : OUT) {
				FolderDeletion.of(out(name, ending));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Optional<SessionRecord> find(String name) {
		return read(record(name));
	}

	List<SessionRecord> records() {
		if (!Files.isDirectory(this.folder.path())) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder.path())) {
			return files.filter((file) -> file.toString().endsWith(RECORD))
				.map(this::read)
				.flatMap(Optional::stream)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SessionLog log(String name) {
		return new SessionLog(out(name, LOG), out(name, OLD_LOG));
	}

	OptionalInt exitCode(String name) {
		return exit(name).map((exit) -> OptionalInt.of(exit.code())).orElse(OptionalInt.empty());
	}

	/**
	 * Returns how a session has ended, as the container wrote it.
	 */
	Optional<SessionExit> exit(String name) {
		return readShort(out(name, EXIT)).flatMap(SessionExit::parse);
	}

	/**
	 * Returns whether the container wrote how a session has ended, even if nobody can
	 * read it.
	 */
	boolean ended(String name) {
		return Files.exists(out(name, EXIT), LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Returns when the container wrote a session's exit code, or empty if it did not.
	 */
	Optional<Instant> endTime(String name) {
		try {
			return Optional.of(Files.getLastModifiedTime(out(name, EXIT), LinkOption.NOFOLLOW_LINKS).toInstant());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the identifier of the container's latest start, or an empty text if it is
	 * unknown.
	 */
	String boot() {
		return readShort(this.folder.boot()).orElse("");
	}

	private Optional<SessionRecord> read(Path file) {
		try {
			return new UntrustedFile(file, LONGEST).bytes()
				.map((bytes) -> JsonMapper.shared().readValue(bytes, SessionRecord.class));
		}
		catch (JacksonException ex) {
			// The record is being written.
			return Optional.empty();
		}
	}

	private static Optional<String> readShort(Path file) {
		return new UntrustedFile(file, SHORT).text().map(String::strip);
	}

	private Path record(String name) {
		return this.folder.path().resolve(name + RECORD);
	}

	private Path out(String name, String ending) {
		return this.folder.out().resolve(name + ending);
	}

}
