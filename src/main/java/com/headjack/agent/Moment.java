package com.headjack.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * The place of a point in time in a credential.
 *
 * @param member the JSON pointer of the member; {@code ""} for the whole credential
 * @param form how the point in time is written
 */
public record Moment(String member, Form form) {

	public Moment {
		requirePointer("member", member);
		Assert.isTrue(form != null, "'form' is needed: jwt, date, seconds or milliseconds");
	}

	static void requirePointer(String name, @Nullable String pointer) {
		Assert.isTrue(pointer != null, () -> "'" + name + "' is needed: a JSON pointer, which starts with \"/\"");
		Assert.isTrue(pointer.isEmpty() || pointer.startsWith("/"),
				() -> "'%s' is \"%s\", but a JSON pointer starts with \"/\"".formatted(name, pointer));
	}

	/**
	 * The forms of a point in time.
	 */
	public enum Form {

		/**
		 * A JSON Web Token, which says when it was issued and when it expires.
		 */
		@JsonProperty("jwt")
		JWT,

		/**
		 * A date and time as in RFC 3339.
		 */
		@JsonProperty("date")
		DATE,

		/**
		 * Seconds since 1970.
		 */
		@JsonProperty("seconds")
		SECONDS,

		/**
		 * Milliseconds since 1970.
		 */
		@JsonProperty("milliseconds")
		MILLISECONDS

	}

}
