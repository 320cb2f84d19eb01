package com.headjack.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Describes what is around a credential, without showing it.
 */
final class Leftovers {

	private static final Pattern QUOTES = Pattern.compile("[\"'`“”„‘’‚«»‹›]");

	private static final Pattern BEARER = Pattern.compile("(?i)\\bBearer\\b");

	private static final Pattern HEADER = Pattern
		.compile("(?i)\\b(?:x-api-key|x-goog-api-key|api-key|authorization)\\b");

	private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");

	private static final Pattern OTHER = Pattern.compile("[\\p{L}\\p{N}]");

	private Leftovers() {
	}

	/**
	 * Describes the rest of a text.
	 * @param rest the text without the credential
	 * @param variable the name of the credential's variable
	 * @return the descriptions; empty if the rest is white space
	 */
	static List<String> describe(String rest, String variable) {
		List<String> parts = new ArrayList<>();
		String left = without(rest, Pattern.compile("\\b" + Pattern.quote(variable) + "\\b"), "the name " + variable,
				parts);
		left = without(left, HEADER, "the name of the header", parts);
		left = without(left, BEARER, "'Bearer'", parts);
		left = without(left, COMMENT, "everything from '#' on", parts);
		left = without(left, QUOTES, "quotes", parts);
		if (OTHER.matcher(left).find()) {
			parts.add("the text around it");
		}
		else if (!left.isBlank() && parts.isEmpty()) {
			parts.add("punctuation");
		}
		return parts;
	}

	private static String without(String text, Pattern pattern, String description, List<String> parts) {
		String left = pattern.matcher(text).replaceAll(" ");
		if (!left.equals(text)) {
			parts.add(description);
		}
		return left;
	}

}
