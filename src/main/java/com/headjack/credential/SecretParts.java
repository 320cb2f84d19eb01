package com.headjack.credential;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import com.headjack.secret.Secret;

/**
 * Tells which parts of a login are secret by themselves: of JSON each text whose member
 * is named as a secret is, dates and the like left out, and of another login all of it.
 */
final class SecretParts {

	/**
	 * How the members end that hold secrets, such as {@code access_token},
	 * {@code OPENAI_API_KEY} and {@code refresh}.
	 */
	private static final Pattern NAME = Pattern
		.compile(".*(token|secret|(?<!public.?)key|password|passphrase|refresh|access|credential|cookie|jwt|bearer"
				+ "|assertion|verifier|signature)s?", Pattern.CASE_INSENSITIVE);

	/**
	 * How the members end whose secrets a person chooses, be it a number.
	 */
	private static final Pattern CHOSEN = Pattern.compile(".*(password|passphrase|secret)s?", Pattern.CASE_INSENSITIVE);

	private final LoginJson json = new LoginJson();

	/**
	 * Finds the parts.
	 * @return the parts, which the caller closes; all of the login if it names none
	 */
	List<Secret> of(Secret login) {
		List<Secret> parts = login.use(this.json::read)
			.stream()
			.flatMap((node) -> below("", node))
			.distinct()
			.map(Secret::of)
			.toList();
		return parts.isEmpty() ? List.of(login.<Secret>use(Secret::of)) : parts;
	}

	private static Stream<String> below(String name, JsonNode node) {
		if (node.isObject()) {
			return node.propertyStream().flatMap((member) -> below(member.getKey(), member.getValue()));
		}
		if (node.isArray()) {
			return node.valueStream().flatMap((value) -> below(name, value));
		}
		return (node.isString() && isSecret(name, node.asString())) ? Stream.of(node.asString()) : Stream.empty();
	}

	private static boolean isSecret(String name, String text) {
		if (PlainValue.isNumber(text)) {
			return CHOSEN.matcher(name).matches();
		}
		return NAME.matcher(name).matches() && !PlainValue.isTimeOrTruth(text);
	}

}
