package com.headjack.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the two files of a log, the older half and the newer half, as one.
 */
final class LogParts implements AutoCloseable {

	private final Path file;

	private final Path old;

	private final List<LogPart> parts = new ArrayList<>();

	private LogParts(Path file, Path old) {
		this.file = file;
		this.old = old;
	}

	/**
	 * Opens the existing files of a log.
	 * @param file the newer half, which is being written
	 * @param old the older half
	 */
	static LogParts open(Path file, Path old) throws IOException {
		LogParts log = new LogParts(file, old);
		// The newer half first: then no half is missed if it is being renamed.
		Optional<LogPart> newer = LogPart.open(file, 0);
		Optional<LogPart> older = LogPart.open(old, 0);
		if (older.isPresent() && !older.map(LogPart::key).equals(newer.map(LogPart::key))) {
			log.parts.add(older.get());
		}
		else if (older.isPresent()) {
			older.get().close();
		}
		if (newer.isPresent()) {
			log.parts.add(newer.get().from(log.end()));
		}
		log.refresh();
		return log;
	}

	long end() throws IOException {
		return this.parts.isEmpty() ? 0 : this.parts.getLast().end();
	}

	/**
	 * Checks whether the log continues in another file by now, and opens that file.
	 * @return whether another file was opened
	 */
	boolean refresh() throws IOException {
		if (!this.parts.isEmpty() && this.parts.getLast().is(this.file)) {
			return false;
		}
		if (!this.parts.isEmpty() && !this.parts.getLast().is(this.old)) {
			append(this.old);
		}
		return append(this.file);
	}

	private boolean append(Path path) throws IOException {
		Optional<LogPart> part = LogPart.open(path, end());
		part.ifPresent(this.parts::add);
		return part.isPresent();
	}

	/**
	 * Reads a block of the log.
	 * @return the number of bytes read, 0 at the end of the log
	 */
	int read(long position, ByteBuffer target) throws IOException {
		for (int i = this.parts.size() - 1; i >= 0; i--) {
			LogPart part = this.parts.get(i);
			if (position >= part.start()) {
				limit(target, (i + 1 < this.parts.size()) ? this.parts.get(i + 1).start() - position : Long.MAX_VALUE);
				part.channel().position(position - part.start());
				return Math.max(0, part.channel().read(target));
			}
		}
		return 0;
	}

	private static void limit(ByteBuffer target, long most) {
		target.limit((int) Math.min(target.limit(), target.position() + Math.min(most, Integer.MAX_VALUE / 2)));
	}

	/**
	 * Closes the files that end at or before a position.
	 */
	void forget(long position) throws IOException {
		while (this.parts.size() > 1 && this.parts.get(1).start() <= position) {
			this.parts.removeFirst().close();
		}
	}

	@Override
	public void close() throws IOException {
		for (LogPart part : this.parts) {
			part.close();
		}
	}

}
