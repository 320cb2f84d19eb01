package com.headjack.host;

/**
 * A variable that sets a key of the configuration.
 *
 * @param key its name
 */
public record SettingVariable(String key) implements Variable {

	static final String BEGINNING = "HEADJACK_";

	public SettingVariable {
		if (!key.startsWith(BEGINNING)) {
			throw new IllegalArgumentException("no variable of a setting: " + key);
		}
	}

}
