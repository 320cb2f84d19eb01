package com.headjack.session;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * What a session printed, in a file that the container can write: no link is followed.
 */
public final class SessionLog {

	private static final int BLOCK = 64 * 1024;

	private final Path file;

	SessionLog(Path file) {
		this.file = file;
	}

	/**
	 * Finds where the last lines begin, reading no more than them.
	 * @param lines how many lines
	 * @return the offset in bytes; 0 if there are fewer, or nothing is there yet
	 */
	public long offsetOfLast(int lines) {
		if (lines == Integer.MAX_VALUE || !present()) {
			return 0;
		}
		try (SeekableByteChannel channel = open()) {
			return offsetOfLast(channel, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Copies all from an offset on.
	 * @param offset the offset in bytes
	 * @param target where it goes; not closed
	 * @return the offset of what comes next
	 */
	public long copy(long offset, OutputStream target) {
		if (!present()) {
			return offset;
		}
		try (SeekableByteChannel channel = open()) {
			channel.position(offset);
			ByteBuffer block = ByteBuffer.allocate(BLOCK);
			while (channel.read(block) > 0) {
				target.write(block.array(), 0, block.position());
				block.clear();
			}
			return Math.max(offset, channel.position());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long offsetOfLast(SeekableByteChannel channel, int lines) throws IOException {
		long end = channel.size();
		int breaks = 0;
		while (end > 0) {
			long start = Math.max(0, end - BLOCK);
			ByteBuffer block = ByteBuffer.allocate((int) (end - start));
			channel.position(start);
			int read = 0;
			while (block.hasRemaining() && read >= 0) {
				read = channel.read(block);
			}
			for (int i = block.position() - 1; i >= 0; i--) {
				boolean last = start + i == channel.size() - 1;
				if (block.get(i) == '\n' && !last && ++breaks == lines) {
					return start + i + 1;
				}
			}
			end = start;
		}
		return 0;
	}

	private boolean present() {
		return Files.isRegularFile(this.file, LinkOption.NOFOLLOW_LINKS);
	}

	private SeekableByteChannel open() throws IOException {
		return Files.newByteChannel(this.file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
	}

}
