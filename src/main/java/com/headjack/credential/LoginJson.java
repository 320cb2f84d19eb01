package com.headjack.credential;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.secret.SecretJson;

/**
 * Reads JSON as strictly as the agents do, and says what is wrong without quoting it.
 */
final class LoginJson {

	private static final int PARTS = 3;

	private final JsonMapper strict = SecretJson.mapper()
		.rebuild()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	ObjectNode object() {
		return this.strict.createObjectNode();
	}

	byte[] bytes(JsonNode node) {
		return this.strict.writeValueAsBytes(node);
	}

	/**
	 * Reads an object.
	 * @return the object, or empty if the text is none
	 */
	Optional<JsonNode> read(byte[] utf8) {
		try {
			return Optional.of(this.strict.readTree(utf8)).filter(JsonNode::isObject);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Says why a text is no JSON object.
	 * @return such as {@code is not JSON (line 1, column 7)}
	 */
	String fault(byte[] utf8) {
		try {
			JsonNode node = this.strict.readTree(utf8);
			if (node.isMissingNode()) {
				return "is empty";
			}
			return node.isArray() ? "is not JSON of a login, but an array" : "is not JSON of a login";
		}
		catch (UnexpectedEndOfInputException ex) {
			return "is not JSON to its end: it is cut, or is being written";
		}
		catch (StreamConstraintsException ex) {
			return "is not JSON of a login: it is nested too deeply, or has a number or a name that is too long";
		}
		catch (JacksonException ex) {
			TokenStreamLocation place = Optional.ofNullable(ex.getLocation()).orElse(TokenStreamLocation.NA);
			return "is not JSON (line %s, column %s)".formatted(place.getLineNr(), place.getColumnNr());
		}
	}

	/**
	 * Whether a text is a JSON Web Token: three parts, of which the second one is an
	 * object.
	 */
	boolean isToken(String text) {
		return claims(text).isPresent();
	}

	/**
	 * Reads what a JSON Web Token says.
	 * @return its second part, or empty if the text is no such token
	 */
	Optional<JsonNode> claims(String text) {
		String[] parts = text.split("\\.", -1);
		return (parts.length == PARTS && !parts[0].isEmpty() && !parts[2].isEmpty()) ? decoded(parts[1])
				: Optional.empty();
	}

	private Optional<JsonNode> decoded(String part) {
		try {
			return read(Base64.getUrlDecoder().decode(part));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads a date and time as in RFC 3339.
	 * @return the date and time, or empty if the text is none
	 */
	static Optional<OffsetDateTime> date(String text) {
		try {
			return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
