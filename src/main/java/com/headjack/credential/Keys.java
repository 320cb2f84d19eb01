package com.headjack.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the keys of a login in a text.
 */
final class Keys {

	private final String live;

	private final String text;

	private final KeyForm form;

	private Keys(String live, String text, KeyForm form) {
		this.live = live;
		this.text = text;
		this.form = form;
	}

	/**
	 * Finds the keys in a text.
	 * @param live the text with blanks in the place of what does not count
	 * @param text the text
	 * @param form the form of the keys
	 * @return the keys, and the same key again
	 */
	static List<Key> in(String live, String text, KeyForm form) {
		Keys keys = new Keys(live, text, form);
		List<Key> words = keys.words();
		return words.isEmpty() ? keys.values() : words;
	}

	private List<Key> words() {
		List<Word> words = Word.in(this.live);
		List<Key> keys = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			Word word = words.get(i);
			Optional<Broken> broken = Broken.join(words.subList(i, words.size()), this.live, this.form);
			broken.ifPresentOrElse((joined) -> keys.add(key(joined.text(), word.start(), joined.end(), "line breaks")),
					() -> this.form.key(word)
						.stream()
						.flatMap(this.form::unglued)
						.forEach((key) -> keys.add(key(key, word))));
			i += broken.map(Broken::pieces).orElse(1) - 1;
		}
		return keys;
	}

	private Key key(String key, Word word) {
		int start = word.start() + word.text().indexOf(key);
		boolean again = this.text.indexOf(key) != this.text.lastIndexOf(key);
		return key(key, start, start + key.length(), again ? "the copy of it" : "");
	}

	private Key key(String key, int start, int end, String removed) {
		String rest = this.text.substring(0, start) + " " + this.text.substring(end);
		return new Key(key,
				Stream
					.concat(Stream.of(removed).filter((it) -> !it.isEmpty()),
							Leftovers.describe(rest.replace(key, " "), this.form.variable()).stream())
					.toList());
	}

	/**
	 * The values of the login's variable, or else of any line.
	 */
	private List<Key> values() {
		List<Key> values = this.live.lines()
			.flatMap((line) -> LineValue.of(line, this.form.variable()).stream())
			.filter(this.form::fits)
			.map((value) -> new Key(value, List.of("the name " + this.form.variable())))
			.toList();
		return values.isEmpty() ? lines() : values;
	}

	private List<Key> lines() {
		return this.live.lines()
			.filter((line) -> !line.isBlank())
			.flatMap((line) -> LineValue.readings(line).filter(this.form::fits).limit(1))
			.map((value) -> new Key(value, List.of("the text around it")))
			.toList();
	}

	/**
	 * A key in a text.
	 *
	 * @param text the key
	 * @param around descriptions of what is around it
	 */
	record Key(String text, List<String> around) {

		Key {
			around = List.copyOf(around);
		}

		@Override
		public String toString() {
			return "Key[around=" + this.around + "]";
		}

	}

}
