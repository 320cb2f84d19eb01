package com.headjack.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.headjack.agent.KnownToken;

/**
 * The credentials in a text.
 *
 * @param own those of the login, with descriptions of what is around them
 * @param others the names of others that a user may mean, by the credential
 */
record Candidates(Map<String, List<String>> own, Map<String, String> others) {

	private static final Pattern COMMENT = Pattern
		.compile("(?m)(?:^|(?<=\\s))(?:#|//)[^\\n]*|^[ \\t]*(?:REM|rem|::|;)\\s[^\\n]*");

	/**
	 * Finds the credentials in a text. Those in comments count only if there are no
	 * others.
	 */
	static Candidates in(String text, KeyForm form) {
		String live = COMMENT.matcher(text).replaceAll((match) -> " ".repeat(match.group().length()));
		Candidates candidates = in(live, text, form);
		return (candidates.size() > 0) ? candidates : in(text, text, form);
	}

	private static Candidates in(String live, String text, KeyForm form) {
		Map<String, List<String>> own = new LinkedHashMap<>();
		Keys.in(live, text, form).forEach((key) -> own.putIfAbsent(key.text(), key.around()));
		Map<String, String> others = new LinkedHashMap<>();
		Word.in(live)
			.stream()
			.filter((word) -> form.key(word).isEmpty() && own.keySet().stream().noneMatch((key) -> word.isIn(key)))
			.forEach((word) -> choice(word, form).forEach((token) -> others.put(word.text(), token.name())));
		return new Candidates(own, others);
	}

	private static Stream<KnownToken> choice(Word word, KeyForm form) {
		return word.readings()
			.flatMap((text) -> form.known().token(text).filter((token) -> token.isChoice(text)).stream())
			.limit(1);
	}

	int size() {
		return this.own.size() + this.others.size();
	}

	/**
	 * Describes several credentials.
	 * @return such as
	 * {@code is one of 2 different credentials in the input, beside an OpenAI API key}
	 */
	String describe() {
		Set<String> names = new TreeSet<>(this.others.values());
		if (this.own.isEmpty()) {
			return "looks like " + String.join(" and ", names);
		}
		String several = "is one of " + size() + " different credentials in the input";
		return names.isEmpty() ? several : several + ", beside " + String.join(" and ", names);
	}

	@Override
	public String toString() {
		return "Candidates[own=" + this.own.size() + ", others=" + this.others.values() + "]";
	}

}
