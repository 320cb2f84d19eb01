package com.headjack.credential;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a stored credential that hold its facts. They spare a listing the
 * agent's profile.
 */
final class FactMembers {

	private static final String EXPIRES = "expires";

	private static final String ESTIMATED = "estimated";

	private static final String ISSUED = "issued";

	private static final String CAPTURED = "captured";

	private static final String IDENTITY = "identity";

	private static final String RENEWABLE = "renewable";

	private FactMembers() {
	}

	/**
	 * Adds what is known.
	 */
	static void put(ObjectNode node, CredentialFacts facts) {
		put(node, CAPTURED, facts.captured());
		Expiry expiry = facts.expiry();
		if (expiry != null) {
			put(node, EXPIRES, expiry.at());
			put(node, ESTIMATED, expiry.estimated() ? true : null);
		}
		put(node, ISSUED, facts.issued());
		put(node, IDENTITY, facts.identity());
		put(node, RENEWABLE, facts.renewable() ? true : null);
	}

	private static void put(ObjectNode node, String member, @Nullable Object value) {
		if (value instanceof Boolean flag) {
			node.put(member, flag.booleanValue());
		}
		else if (value != null) {
			node.put(member, value.toString());
		}
	}

	/**
	 * Reads what is known. A member that is malformed is as good as none.
	 */
	static CredentialFacts of(JsonNode node) {
		Instant expires = instant(node, EXPIRES);
		String identity = node.path(IDENTITY).asString("");
		return new CredentialFacts((expires != null) ? new Expiry(expires, flag(node, ESTIMATED)) : null,
				instant(node, ISSUED), instant(node, CAPTURED), identity.isEmpty() ? null : identity,
				flag(node, RENEWABLE));
	}

	private static @Nullable Instant instant(JsonNode node, String member) {
		return LoginJson.date(node.path(member).asString(""))
			.map(OffsetDateTime::toInstant)
			.filter(FactReader::isPlausible)
			.orElse(null);
	}

	private static boolean flag(JsonNode node, String member) {
		return node.path(member).asBoolean(false);
	}

}
