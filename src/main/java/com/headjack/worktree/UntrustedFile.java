package com.headjack.worktree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * A file that a container can write. No link is followed, and no pipe can hold the reader
 * up.
 *
 * @param path the file
 * @param limit the largest size to read, in bytes
 */
record UntrustedFile(Path path, int limit) {

	/**
	 * Reads the file.
	 * @return the text, or empty if this is no regular file, has no content, or is larger
	 * than the limit
	 */
	Optional<String> text() {
		// To open a pipe for reading alone would wait for its writer. Its size is 0.
		try (FileChannel channel = FileChannel.open(this.path,
				Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
			long size = channel.size();
			return (size > 0 && size <= this.limit) ? Optional.of(read(channel, (int) size)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static String read(FileChannel channel, int size) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(size);
		int count = 0;
		while (count >= 0 && buffer.hasRemaining()) {
			count = channel.read(buffer, buffer.position());
		}
		return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
	}

}
