package com.headjack.credential;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import com.headjack.host.BoundedFile;
import com.headjack.host.UnusableFileException;
import com.headjack.secret.Secret;

/**
 * The text of a file that an agent keeps a login in.
 *
 * @param path the file
 */
record LoginContent(Path path) {

	/**
	 * Reads the file.
	 * @return the text, which the caller closes, {@code ""} if the file changed
	 * meanwhile, or empty if there is no such file
	 * @throws UnusableFileException if it cannot be read, or is no text
	 */
	Optional<Secret> read() throws UnusableFileException {
		byte[] bytes = new BoundedFile(this.path).read().orElse(null);
		if (bytes == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(LoginText.decode(bytes)
				.orElseThrow(() -> new UnusableFileException("is not text in UTF-8 or UTF-16")));
		}
		finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

}
