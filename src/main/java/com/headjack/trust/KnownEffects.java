package com.headjack.trust;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

import com.headjack.agent.RepositorySettings;
import com.headjack.text.VisibleText;

/**
 * What settings do, in words.
 */
record KnownEffects(List<Known> effects) {

	private static final int LONGEST = 180;

	static KnownEffects of(RepositorySettings settings) {
		return new KnownEffects(settings.effects()
			.stream()
			.map((effect) -> new Known(effect.keys().stream().map(KeyPattern::parse).toList(), effect.does()))
			.toList());
	}

	/**
	 * Tells what values do: first one effect of each kind, so that many of one kind hide
	 * no other.
	 */
	List<String> of(List<Leaf> leaves) {
		Map<Known, SequencedSet<String>> kinds = new LinkedHashMap<>();
		this.effects.forEach((known) -> kinds.put(known, new LinkedHashSet<>()));
		Map<Leaf, Known> covered = new LinkedHashMap<>();
		leaves.forEach((leaf) -> known(leaf).ifPresent((known) -> covered.put(leaf, known)));
		CommandLines lines = new CommandLines(List.copyOf(covered.keySet()));
		covered.forEach((leaf, known) -> {
			if (!lines.tellsAlready(leaf)) {
				Objects.requireNonNull(kinds.get(known)).add(known.text(leaf, lines.value(leaf)));
			}
		});
		List<String> texts = new ArrayList<>();
		List<Iterator<String>> rounds = kinds.values().stream().map(SequencedSet::iterator).toList();
		while (rounds.stream().anyMatch(Iterator::hasNext)) {
			rounds.stream().filter(Iterator::hasNext).forEach((kind) -> texts.add(kind.next()));
		}
		return texts;
	}

	private Optional<Known> known(Leaf leaf) {
		return this.effects.stream().filter((known) -> known.covers(leaf)).findFirst();
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

		boolean covers(Leaf leaf) {
			return this.keys.stream().anyMatch((key) -> key.matches(leaf));
		}

		String text(Leaf leaf, String value) {
			return shown(leaf.key() + " " + this.does.replace("${value}", shown(value))).strip();
		}

	}

}
