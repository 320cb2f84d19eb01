package com.headjack.trust;

import java.util.List;
import java.util.Optional;

import com.headjack.agent.RepositorySettings;
import com.headjack.text.VisibleText;

/**
 * What settings do, in words.
 */
record KnownEffects(List<Known> effects) {

	private static final int LONGEST = 120;

	static KnownEffects of(RepositorySettings settings) {
		return new KnownEffects(settings.effects()
			.stream()
			.map((effect) -> new Known(effect.keys().stream().map(KeyPattern::parse).toList(), effect.does()))
			.toList());
	}

	Optional<String> of(Leaf leaf) {
		return this.effects.stream()
			.filter((known) -> known.keys().stream().anyMatch((key) -> key.matches(leaf)))
			.findFirst()
			.map((known) -> shown(leaf.key() + " " + known.does().replace("${value}", shown(leaf.value()))).strip());
	}

	/**
	 * A text in one short line, without characters that a terminal obeys.
	 */
	private static String shown(String text) {
		String line = VisibleText.line(text.replaceAll("\\s+", " ").strip());
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + "…";
	}

	/**
	 * An effect.
	 *
	 * @param keys the places of its settings
	 * @param does what it does
	 */
	record Known(List<KeyPattern> keys, String does) {

	}

}
