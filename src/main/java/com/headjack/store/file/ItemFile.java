package com.headjack.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import com.headjack.store.PrivateFiles;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.StoreDeniedException;

/**
 * The content of a file with one encrypted item.
 */
final class ItemFile {

	private static final int LARGEST = 1024 * 1024;

	private final Path path;

	private final byte[] content;

	private ItemFile(Path path, byte[] content) {
		this.path = path;
		this.content = content;
	}

	/**
	 * Reads a file that only its owner can reach.
	 * @param path the file
	 * @param files checks the file's permissions
	 * @return the file, or empty if it does not exist
	 * @throws StoreDeniedException if it is a symbolic link, or open to other users
	 * @throws SecretCorruptException if it is larger than any item
	 * @throws IOException if it cannot be read for another reason
	 */
	static Optional<ItemFile> read(Path path, PrivateFiles files) throws IOException {
		try {
			files.flawOfFile(path).ifPresent((flaw) -> {
				throw new StoreDeniedException("%s %s".formatted(path, flaw.clause()), flaw.remedy());
			});
			return Optional.of(new ItemFile(path, content(path)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (AccessDeniedException ex) {
			throw new StoreDeniedException("%s cannot be read: permission denied".formatted(path),
					"give the file back to its owner", ex);
		}
	}

	private static byte[] content(Path path) throws IOException {
		try (InputStream input = Files.newInputStream(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
			byte[] content = input.readNBytes(LARGEST + 1);
			if (content.length > LARGEST) {
				throw new SecretCorruptException("%s is too large for an encrypted item".formatted(path),
						"move it away");
			}
			return content;
		}
	}

	Path path() {
		return this.path;
	}

	byte[] content() {
		return this.content;
	}

}
