package com.headjack.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a container can write. No link is followed, and neither a pipe nor a device
 * can hold the reader up.
 *
 * @param path the file
 * @param limit the largest size to read, in bytes
 */
public record UntrustedFile(Path path, int limit) {

	/**
	 * Reads the file as UTF-8.
	 * @return the text, or empty if this is no regular file, cannot be read, has no
	 * content, or is larger than the limit
	 */
	public Optional<String> text() {
		return bytes().map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
	}

	/**
	 * Reads the file.
	 * @return the content, or empty if this is no regular file, cannot be read, has no
	 * content, or is larger than the limit
	 */
	public Optional<byte[]> bytes() {
		try (FileChannel channel = UntrustedOpening.of(this.path)) {
			long size = channel.size();
			return (size > 0 && size <= this.limit) ? Optional.of(read(channel, (int) size)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Opens the file for reading, whatever its size.
	 * @return the open file, which the caller closes
	 * @throws java.nio.file.NoSuchFileException if there is no file of that name
	 * @throws IOException if this is no regular file, or cannot be read
	 */
	public FileChannel open() throws IOException {
		return UntrustedOpening.of(this.path);
	}

	/**
	 * Opens the file for reading, whatever its size, if no folder on the way to it is a
	 * link. That holds against links that are made meanwhile, except on operating systems
	 * that cannot open a file in an open folder.
	 * @param folder the folder where the way begins
	 * @return the open file, which the caller closes
	 * @throws java.nio.file.NoSuchFileException if there is no file of that name
	 * @throws IOException if this is no regular file, is behind a link, or cannot be read
	 */
	public FileChannel openBelow(Path folder) throws IOException {
		return UntrustedOpening.below(folder, this.path);
	}

	private static byte[] read(FileChannel channel, int size) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(size);
		int count = 0;
		while (count >= 0 && buffer.hasRemaining()) {
			count = channel.read(buffer, buffer.position());
		}
		byte[] bytes = new byte[buffer.position()];
		buffer.flip().get(bytes);
		return bytes;
	}

}
