package com.headjack.gitconfig;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The settings that may reach a container.
 *
 * @param keys the settings
 */
record AllowList(List<AllowedKey> keys) {

	AllowList {
		keys = keys.stream().sorted(Comparator.comparing(AllowedKey::exact).reversed()).toList();
	}

	static AllowList load() {
		return parse(ContainerFiles.resource("allowed.txt"));
	}

	static AllowList parse(String text) {
		return new AllowList(text.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(AllowedKey::parse)
			.toList());
	}

	/**
	 * Finds how a setting reaches a container.
	 * @param key its key
	 * @return how, or empty if it does not
	 */
	Optional<Treatment> find(ConfigurationKey key) {
		return this.keys.stream().filter((allowed) -> allowed.matches(key)).findFirst().map(AllowedKey::treatment);
	}

}
