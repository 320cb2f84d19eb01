package com.headjack.store.vault;

import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param body the body, a missing node if it is no JSON
 */
record Answer(int status, JsonNode body) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

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
	 * Whether the server says that there is nothing of that name, which is no error of
	 * its own.
	 */
	boolean absent() {
		return this.status == 404 && fromVault() && this.body.path("errors").isEmpty();
	}

	/**
	 * Whether the body is one that Vault writes.
	 */
	boolean fromVault() {
		return this.body.has("data") || this.body.has("errors");
	}

	/**
	 * What the answer is about: the member {@code data}.
	 */
	JsonNode data() {
		return this.body.path("data");
	}

	/**
	 * Whether one of the errors in the body says so.
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
