package com.headjack.store.vault;

import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import com.headjack.secret.SecretJson;

/**
 * An answer of the server.
 *
 * @param status the HTTP status
 * @param body the body, or a missing node if it is not JSON
 */
record Answer(int status, JsonNode body) {

	private static final JsonMapper MAPPER = SecretJson.mapper();

	static Answer of(int status, byte @Nullable [] body) {
		try {
			return new Answer(status, (body != null) ? MAPPER.readTree(body) : MissingNode.getInstance());
		}
		catch (JacksonException ex) {
			return new Answer(status, MissingNode.getInstance());
		}
	}

	boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * Whether the server reports that nothing has that name, which is not an error.
	 */
	boolean absent() {
		return this.status == 404 && fromVault() && this.body.path("errors").isEmpty();
	}

	/**
	 * Whether the body has the form that Vault writes.
	 */
	boolean fromVault() {
		return this.body.has("data") || this.body.has("errors");
	}

	/**
	 * The content of the answer, from its member {@code data}.
	 */
	JsonNode data() {
		return this.body.path("data");
	}

	/**
	 * Whether an error in the body contains the words.
	 */
	boolean says(String words) {
		return StreamSupport.stream(this.body.path("errors").spliterator(), false)
			.anyMatch((error) -> error.isString() && error.stringValue().contains(words));
	}

	@Override
	public String toString() {
		return "Answer[" + this.status + "]";
	}

}
