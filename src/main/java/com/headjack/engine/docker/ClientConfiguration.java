package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.host.HostEnvironment;

/**
 * The configuration of docker's command line program.
 *
 * @param folder its folder
 */
record ClientConfiguration(Path folder) {

	private static final long LARGEST = 4 * 1024 * 1024;

	static ClientConfiguration of(HostEnvironment host) {
		return new ClientConfiguration(host.folder("DOCKER_CONFIG").orElse(host.home().resolve(".docker")));
	}

	/**
	 * Reads the main file.
	 * @return its content, or empty if it is missing, too large or not JSON
	 */
	Optional<JsonNode> main() {
		return read(this.folder.resolve("config.json"));
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @return its content, or empty if it is missing, too large or not JSON
	 */
	static Optional<JsonNode> read(Path file) {
		try {
			if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
				return Optional.empty();
			}
			return Optional.of(JsonMapper.shared().readTree(file));
		}
		catch (IOException | JacksonException _) {
			return Optional.empty();
		}
	}

}
