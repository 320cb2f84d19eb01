package com.headjack.credential;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without the characters that nobody sees, and with its escapes resolved.
 *
 * @param text the text
 * @param removed descriptions of the removed parts; empty if there are none
 */
record PlainText(String text, List<String> removed) {

	private static final List<Rule> RULES = List.of(
			new Rule("\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b[@-Z\\\\-_]",
					"control sequences of the terminal", (_) -> ""),
			new Rule(
					"[\\u00ad\\u034f\\u061c\\u115f\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]",
					"invisible characters", (_) -> ""),
			new Rule("[\\u0085\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]", "invisible characters",
					(_) -> " "),
			new Rule("[\\u2010\\u2011]", "hyphens of another kind", (_) -> "-"),
			new Rule("[\\uff01-\\uff5e]+", "characters of full width",
					(match) -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC)),
			new Rule("\\\\u([0-9A-Fa-f]{4})", "escapes", (match) -> String.valueOf((char) hex(match))),
			new Rule("\\\\[nrt]", "escapes", (_) -> " "),
			new Rule("%(2[0-9A-Fa-f]|3[A-Fa-f]|40|5[BbDdFf]|7[B-Eb-e]|0[AaDd9])", "escapes",
					(match) -> String.valueOf((char) hex(match))),
			new Rule("&(?:quot|apos|lt|gt|nbsp|amp|#[0-9]{1,4}|#x[0-9A-Fa-f]{1,4});", "escapes", (_) -> " "));

	PlainText {
		removed = List.copyOf(removed);
	}

	static PlainText of(String given) {
		String text = given;
		List<String> removed = new ArrayList<>();
		for (Rule rule : RULES) {
			Matcher matcher = rule.pattern.matcher(text);
			if (matcher.find()) {
				removed.add(rule.description);
				text = matcher.replaceAll((match) -> Matcher.quoteReplacement(rule.replacement.apply(match)));
			}
		}
		return new PlainText(text, removed.stream().distinct().toList());
	}

	private static int hex(MatchResult match) {
		return Integer.parseInt(match.group(1), 16);
	}

	@Override
	public String toString() {
		return "PlainText[removed=" + this.removed + "]";
	}

	private record Rule(Pattern pattern, String description, Function<MatchResult, String> replacement) {

		Rule(String pattern, String description, Function<MatchResult, String> replacement) {
			this(Pattern.compile(pattern), description, replacement);
		}

	}

}
