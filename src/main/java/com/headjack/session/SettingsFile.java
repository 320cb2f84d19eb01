package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.failure.FailureKind;
import com.headjack.injection.SettingsChange;
import com.headjack.secret.SecretJson;

/**
 * A file of an agent's own settings.
 *
 * @param content its content
 * @param seen the checksum of the file when it was read; empty if the file did not exist
 */
record SettingsFile(ObjectNode content, String seen) {

	static SettingsFile missing() {
		return new SettingsFile(JsonNodeFactory.instance.objectNode(), "");
	}

	/**
	 * Reads a line of the survey.
	 * @param path the file's absolute path
	 * @param line a checksum and the content in base64; empty if the file does not exist
	 */
	static SettingsFile parse(String path, String line) {
		if (line.isBlank()) {
			return missing();
		}
		String[] parts = line.split(" ", 2);
		return new SettingsFile(content(path, new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8)),
				parts[0]);
	}

	private static ObjectNode content(String path, String text) {
		JsonMapper json = SecretJson.mapper();
		try {
			if (text.isBlank()) {
				return json.createObjectNode();
			}
			if (json.readTree(text) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException _) {
			// Reported below, without the cause: its message quotes the file.
		}
		throw new SessionException(FailureKind.FAILED, path + " in the container is not a JSON object",
				"correct or remove it there: 'hjk exec BRANCH --no-mux -- rm " + path + "'");
	}

	SettingsFile with(SettingsChange change) {
		return new SettingsFile(change.applyTo(this.content), this.seen);
	}

	/**
	 * Returns the content as JSON text.
	 */
	String text() {
		return SecretJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this.content);
	}

}
