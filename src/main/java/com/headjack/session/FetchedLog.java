package com.headjack.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import com.headjack.host.UniqueName;
import com.headjack.host.UntrustedFile;

/**
 * The copy of a session's log, which grows and is replaced as the log in the container
 * is.
 *
 * @param folder the folder of the copy
 * @param name the session's name
 */
record FetchedLog(Path folder, String name) {

	private static final int SHORT = 64;

	private static final String UNKNOWN = "-2";

	/**
	 * Returns what the container needs to know to tell what is new.
	 * @return the session's name, how often the log had been divided when it was copied
	 * last, and how much of the newer file is here
	 */
	List<String> state() throws IOException {
		String turn = new UntrustedFile(turns(), SHORT).text().orElse(UNKNOWN);
		long size = (!turn.equals(UNKNOWN) && Files.exists(log())) ? Files.size(log()) : 0;
		return List.of(this.name, turn, String.valueOf(size));
	}

	/**
	 * Takes in what is new.
	 * @param change what it is
	 * @param content the content, from where it begins
	 */
	void take(Change change, FileChannel content) throws IOException {
		long begin = content.position();
		if (change.sameFile()) {
			append(content, begin, change.newer(), change.from());
		}
		else {
			if (change.rest() > 0) {
				append(content, begin, change.older(), change.rest());
				Files.move(log(), old(), StandardCopyOption.REPLACE_EXISTING);
			}
			else if (change.older() > 0) {
				replace(old(), content, begin, change.older());
			}
			replace(log(), content, begin + change.older(), change.newer());
		}
		Files.writeString(turns(), change.turn());
	}

	private void append(FileChannel content, long begin, long count, long at) throws IOException {
		try (FileChannel channel = FileChannel.open(log(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			copy(content, begin, count, channel.position(at));
		}
	}

	private void replace(Path file, FileChannel content, long begin, long count) throws IOException {
		Path draft = this.folder.resolve(this.name + ".new." + UniqueName.current());
		try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			copy(content, begin, count, channel);
		}
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void copy(FileChannel from, long begin, long count, FileChannel to) throws IOException {
		for (long done = 0; done < count;) {
			done += from.transferTo(begin + done, count - done, to);
		}
	}

	private Path log() {
		return this.folder.resolve(this.name + ".log");
	}

	private Path old() {
		return this.folder.resolve(this.name + ".log.old");
	}

	private Path turns() {
		return this.folder.resolve(this.name + SessionFiles.TURNS);
	}

	/**
	 * What is new in a log.
	 *
	 * @param turn how often the log has been divided
	 * @param sameFile whether the newer file is the one that was copied last
	 * @param from how much of it is here
	 * @param rest how much of the older file is here, if that is the one that was copied
	 * last
	 * @param older the number of bytes of the older file that follow
	 * @param newer the number of bytes of the newer file that follow those
	 */
	record Change(String turn, boolean sameFile, long from, long rest, long older, long newer) {
	}

}
