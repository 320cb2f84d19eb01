package com.headjack.credential;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.headjack.host.UnusableFileException;
import com.headjack.secret.Secret;

/**
 * A file of JSON that an agent keeps a login in.
 *
 * @param subject the login, with its file
 * @param path the file
 * @param json reads it
 * @param pause waits for an agent that is writing the file, and returns whether to look
 * again
 */
record LoginFile(Subject subject, Path path, LoginJson json, BooleanSupplier pause) {

	private static final int TRIES = 4;

	private static final Duration PAUSE = Duration.ofMillis(100);

	/**
	 * Reads the file, again while it holds no whole object: the agent may be writing it.
	 * @return the content, which the caller closes, or empty if there is no such file
	 * @throws CredentialException if the file cannot be used
	 */
	Optional<Secret> read() {
		LoginContent file = new LoginContent(this.path);
		try {
			Secret content = file.read().orElse(null);
			for (int tries = 1; tries < TRIES && !isWhole(content) && this.pause.getAsBoolean(); tries++) {
				content = file.read().orElse(null);
			}
			return Optional.ofNullable(content);
		}
		catch (UnusableFileException ex) {
			throw this.subject.in(this.path).refused(ex.what());
		}
	}

	/**
	 * Reads the file as an object.
	 * @return the object, or empty if there is no such file
	 * @throws CredentialException if the file cannot be used, or holds no object
	 */
	Optional<JsonNode> readObject() {
		return read().map((content) -> {
			try (content) {
				return content.use(this::object);
			}
		});
	}

	private JsonNode object(byte[] utf8) {
		return this.json.read(utf8).orElseThrow(() -> this.subject.in(this.path).refused(this.json.fault(utf8)));
	}

	private boolean isWhole(@Nullable Secret content) {
		return content == null || content.use((utf8) -> this.json.read(utf8).isPresent());
	}

	static boolean rest() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
