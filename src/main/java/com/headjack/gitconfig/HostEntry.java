package com.headjack.gitconfig;

import org.jspecify.annotations.Nullable;

/**
 * A setting on the host.
 *
 * @param scope where it comes from
 * @param key its key
 * @param value its value, or {@code null} if it has none, which means {@code true}
 */
record HostEntry(ConfigurationScope scope, ConfigurationKey key, @Nullable String value) {

	HostEntry with(ConfigurationKey otherKey, @Nullable String otherValue) {
		return new HostEntry(this.scope, otherKey, otherValue);
	}

	ConfigurationEntry forContainer() {
		return new ConfigurationEntry(this.key.toString(), this.value);
	}

	@Override
	public String toString() {
		return "HostEntry[" + this.key + "]";
	}

}
