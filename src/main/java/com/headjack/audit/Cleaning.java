package com.headjack.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import com.headjack.host.HostPaths;
import com.headjack.host.IrregularFileException;
import com.headjack.host.UntrustedFile;
import com.headjack.redaction.SecretScan;
import com.headjack.redaction.SecretSearch;

/**
 * Takes logins out of files that hjk itself made.
 *
 * @param search looks for the logins
 * @param log is told of each file that was changed
 */
record Cleaning(SecretSearch search, Consumer<String> log) {

	/**
	 * The place of the logs.
	 */
	static final String LOGS = "session logs";

	private static final int BLOCK = 256 * 1024;

	private static final byte STAR = '*';

	/**
	 * Writes stars over the logins in the logs of sessions. Their length stays, so that a
	 * program can go on writing.
	 * @param out the folder of the logs, which the container can write
	 */
	void logs(Path out) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(out, "*.{log,log.old}")) {
			files.forEach((file) -> overwrite(out, file));
		}
		catch (NoSuchFileException _) {
			// There was no session.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void overwrite(Path out, Path file) {
		try (FileChannel channel = new UntrustedFile(file, 0).openBelow(out)) {
			Optional<SecretScan> scan = scan(channel, (place) -> star(channel, place));
			scan.ifPresent((found) -> this.log.accept("cleaned: " + file));
		}
		catch (NoSuchFileException | IrregularFileException _) {
			// It is gone, or no log.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void star(FileChannel channel, long place) {
		try {
			channel.write(ByteBuffer.wrap(new byte[] { STAR }), place);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<SecretScan> scan(FileChannel channel, LongConsumer place) throws IOException {
		SecretScan scan = this.search.scan(place);
		ByteBuffer block = ByteBuffer.allocate(BLOCK);
		while (channel.read(block.clear(), scan.size()) > 0) {
			scan.write(block.array(), 0, block.position());
		}
		return Optional.of(scan).filter((all) -> !all.found().isEmpty());
	}

	/**
	 * Removes the files with logins that hjk can do without.
	 */
	void own(HostPaths paths) {
		Path state = Objects.requireNonNull(paths.history().getParent());
		removable(paths).forEach((file) -> remove(state, file));
	}

	private static Stream<Path> removable(HostPaths paths) {
		Path history = paths.history();
		return Stream.of(history, history.resolveSibling("accounts"), history.resolveSibling("resident.log"));
	}

	/**
	 * Whether a login can be taken out of where it was found.
	 */
	static boolean reaches(HostPaths paths, Inspection inspection, Trace trace) {
		String where = trace.where();
		return inspection.place().equals(LOGS) ? where.endsWith(".log") || where.endsWith(".log.old")
				: removable(paths).anyMatch((file) -> file.toString().equals(where));
	}

	private void remove(Path state, Path file) {
		try (FileChannel channel = new UntrustedFile(file, 0).openBelow(state)) {
			if (scan(channel, (_) -> {
			}).isPresent()) {
				Files.delete(file);
				this.log.accept("removed: " + file);
			}
		}
		catch (NoSuchFileException | IrregularFileException _) {
			// There is nothing to remove.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
