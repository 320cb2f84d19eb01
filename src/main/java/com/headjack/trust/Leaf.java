package com.headjack.trust;

import java.util.List;

/**
 * A value in a file of settings.
 *
 * @param path the names and positions that lead to it
 * @param value the value as text
 */
record Leaf(List<String> path, String value) {

	Leaf {
		path = List.copyOf(path);
	}

	String key() {
		return String.join(".", this.path);
	}

}
