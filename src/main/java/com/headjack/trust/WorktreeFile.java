package com.headjack.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

import com.headjack.host.UntrustedFile;

/**
 * A file of a worktree, which a container can write. No pipe can hold the reader up, and
 * no link lead it elsewhere.
 *
 * @param root the worktree's folder
 * @param path the file, which must not be a link nor behind one
 */
record WorktreeFile(Path root, Path path) {

	static final int LARGEST = 1024 * 1024;

	/**
	 * Reads the file.
	 * @throws UnreadableException if this is no regular file, or a large one
	 */
	byte[] read() throws UnreadableException {
		try {
			if (!Files.readAttributes(this.path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
				.isRegularFile()) {
				throw new UnreadableException("is not a regular file");
			}
			return readRegular();
		}
		catch (NoSuchFileException ex) {
			return new byte[0];
		}
		catch (IOException ex) {
			throw new UnreadableException("cannot be read");
		}
	}

	private byte[] readRegular() throws IOException, UnreadableException {
		try (FileChannel channel = new UntrustedFile(this.path, LARGEST).openBelow(this.root)) {
			ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST) + 1);
			int count = 0;
			while (count >= 0 && buffer.hasRemaining()) {
				count = channel.read(buffer, buffer.position());
			}
			if (buffer.position() > LARGEST) {
				throw new UnreadableException("is larger than 1 MiB");
			}
			return Arrays.copyOf(buffer.array(), buffer.position());
		}
	}

}
