package com.headjack.engine.docker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.BoundedFile;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.UnusableFileException;
import com.headjack.secret.SecretJson;

/**
 * The configuration of docker's command line program. A broken file is an error: it may
 * name another engine than the usual one, or a proxy.
 *
 * @param folder its folder
 */
record ClientConfiguration(Path folder) {

	static ClientConfiguration of(HostEnvironment host) {
		return new ClientConfiguration(host.folder(KnownVariable.DOCKER_CONFIG).orElse(host.home().resolve(".docker")));
	}

	/**
	 * Reads the main file.
	 * @return its content, or empty if it is missing or empty
	 * @throws EngineUnavailableException if it cannot be read, or is no object in JSON
	 */
	Optional<JsonNode> main() {
		return read(this.folder.resolve("config.json"));
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @return its content, or empty if it is missing or empty
	 * @throws EngineUnavailableException if it cannot be read, or is no object in JSON
	 */
	static Optional<JsonNode> read(Path file) {
		try {
			return new BoundedFile(file).read()
				.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
				.map((text) -> text.startsWith("\ufeff") ? text.substring(1) : text)
				.filter((text) -> !text.isBlank())
				.map((text) -> parse(file, text));
		}
		catch (UnusableFileException ex) {
			throw broken(file + " " + ex.what(), ex);
		}
	}

	private static JsonNode parse(Path file, String text) {
		try {
			JsonNode json = SecretJson.mapper()
				.readerFor(JsonNode.class)
				.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
				.readValue(text);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			throw broken(file + place(ex.getLocation()) + " is not valid JSON", ex);
		}
		throw broken(file + ":1:1 is not a JSON object", null);
	}

	private static String place(@Nullable TokenStreamLocation location) {
		return (location != null && location.getLineNr() > 0)
				? ":" + location.getLineNr() + ":" + location.getColumnNr() : ":1:1";
	}

	private static EngineUnavailableException broken(String message, @Nullable Exception cause) {
		return new EngineUnavailableException(message, "correct docker's file, or name another folder in DOCKER_CONFIG",
				cause);
	}

}
