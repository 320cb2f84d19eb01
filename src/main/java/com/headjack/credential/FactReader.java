package com.headjack.credential;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import com.headjack.agent.Moment;
import com.headjack.agent.Renewal;
import com.headjack.secret.Secret;

/**
 * Reads what a credential says of itself. Whatever it holds, nothing is thrown.
 *
 * @param content the credential: an object, or a text
 * @param renewal where it says it
 * @param json reads the tokens in it
 */
record FactReader(JsonNode content, Renewal renewal, LoginJson json) {

	private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

	private static final String NUMBER = "[0-9]{1,18}";

	private static final int LONGEST_IDENTITY = 256;

	static FactReader of(Secret value, Renewal renewal) {
		LoginJson json = new LoginJson();
		JsonNode content = value.use(json::read).orElseGet(() -> JsonNodeFactory.instance.stringNode(value.reveal()));
		return new FactReader(content, renewal, json);
	}

	Optional<Instant> expires() {
		return moment(this.renewal.expires(), "exp");
	}

	Optional<Instant> issued() {
		return moment(this.renewal.issued(), "iat");
	}

	Optional<String> identity() {
		return text(this.renewal.identity()).filter((text) -> text.length() <= LONGEST_IDENTITY);
	}

	boolean isRenewable() {
		return refresh().isPresent();
	}

	/**
	 * Whether another login is provably of the same owner: both name the same one, or
	 * neither names another one, and both are renewed by the same token.
	 */
	boolean hasOwnerOf(FactReader other) {
		if (identity().isPresent() && other.identity().isPresent()) {
			return identity().equals(other.identity());
		}
		return refresh().isPresent() && refresh().equals(other.refresh());
	}

	/**
	 * Whether another login is renewed by the same token, or says the same.
	 */
	boolean isRenewedLike(FactReader other) {
		return refresh().isPresent() ? refresh().equals(other.refresh()) : this.content.equals(other.content);
	}

	private Optional<String> refresh() {
		return text(this.renewal.refresh());
	}

	private Optional<String> text(@Nullable String member) {
		return Optional.ofNullable(member)
			.map((pointer) -> this.content.at(pointer).asString(""))
			.filter((text) -> !text.isBlank());
	}

	private Optional<Instant> moment(@Nullable Moment moment, String claim) {
		if (moment == null) {
			return Optional.empty();
		}
		JsonNode node = this.content.at(moment.member());
		return (switch (moment.form()) {
			case JWT -> this.json.claims(node.asString("")).flatMap((claims) -> number(claims.path(claim), 1000));
			case DATE -> LoginJson.date(node.asString("")).map(OffsetDateTime::toInstant);
			case SECONDS -> number(node, 1000);
			case MILLISECONDS -> number(node, 1);
		}).filter(FactReader::isPlausible);
	}

	/**
	 * Some programs write numbers as texts.
	 */
	private static Optional<Instant> number(JsonNode node, int milliseconds) {
		try {
			double number = node.isNumber() ? node.doubleValue() : parsed(node.asString(""));
			return Optional.of(Instant.ofEpochMilli((long) (number * milliseconds)));
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

	private static double parsed(String text) {
		return text.matches(NUMBER) ? Long.parseLong(text) : 0;
	}

	/**
	 * Tokens that never expire have a zero.
	 */
	static boolean isPlausible(Instant instant) {
		return instant.isAfter(FIRST) && instant.isBefore(LAST);
	}

	@Override
	public String toString() {
		return "FactReader[renewal=" + this.renewal + "]";
	}

}
