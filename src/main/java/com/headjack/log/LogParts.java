package com.headjack.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log whose older half is in a file of its own, read as if it were one.
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
	 * Opens what there is of a log.
	 * @param file the file that is written to
	 * @param old the file that was written to before
	 */
	static LogParts open(Path file, Path old) throws IOException {
		LogParts log = new LogParts(file, old);
		// In this order no half is missed if the file becomes the old one meanwhile.
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
	 * Looks whether the log goes on in another file by now.
	 * @return whether it does
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
	 * Reads some of the log.
	 * @return how much was read, 0 at its end
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
	 * Lets go of what stands before a position.
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
