package com.headjack.log;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.host.IrregularFileException;
import com.headjack.host.UntrustedFile;

/**
 * An open file of a log. It stays readable when another file takes its name.
 *
 * @param channel the open file
 * @param key identifies the file
 * @param start the position of its first byte in the log
 */
record LogPart(SeekableByteChannel channel, Object key, long start) implements AutoCloseable {

	private static final int TRIES = 10;

	/**
	 * Opens a file that the container can write. No symbolic link is followed.
	 * @return the part, or empty if there is no regular file of that name, or another
	 * takes its place again and again
	 */
	static Optional<LogPart> open(Path file, long start) throws IOException {
		FileSystemException failure = null;
		for (int tries = 0; tries < TRIES; tries++) {
			Object before = key(file);
			if (before == null) {
				return Optional.empty();
			}
			try {
				LogPart part = new LogPart(new UntrustedFile(file, 0).open(), before, start);
				if (before.equals(key(file))) {
					return Optional.of(part);
				}
				part.close();
			}
			catch (NoSuchFileException | IrregularFileException _) {
				// Another file has just taken the name.
			}
			catch (FileSystemException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
		return Optional.empty();
	}

	private static @Nullable Object key(Path file) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return attributes.isRegularFile()
					? Objects.requireNonNullElseGet(attributes.fileKey(), attributes::creationTime) : null;
		}
		catch (NoSuchFileException _) {
			return null;
		}
	}

	/**
	 * Returns whether this is the file that now has the given name.
	 */
	boolean is(Path file) throws IOException {
		return this.key.equals(key(file));
	}

	/**
	 * Returns the same part at another position of the log.
	 */
	LogPart from(long position) {
		return new LogPart(this.channel, this.key, position);
	}

	long end() throws IOException {
		return this.start + this.channel.size();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
