package com.headjack.gitconfig;

import org.jspecify.annotations.Nullable;

/**
 * A setting for a container.
 *
 * @param key its key, as git lists it
 * @param value its value, or {@code null} if it has none, which means {@code true}
 */
public record ConfigurationEntry(String key, @Nullable String value) {

	@Override
	public String toString() {
		return "ConfigurationEntry[" + this.key + "]";
	}

}
