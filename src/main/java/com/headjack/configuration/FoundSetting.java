package com.headjack.configuration;

import java.util.Optional;

/**
 * A value, and where it comes from.
 *
 * @param key the key
 * @param value the value
 * @param origin the file and the line, or the variable
 */
public record FoundSetting(ConfigurationKey key, SettingValue value, String origin) {

	/**
	 * Adds the variables that a source with lower precedence has, and this one has not.
	 * @param lower the same key in the other source
	 * @return both, or this one if they are no variables
	 */
	FoundSetting over(FoundSetting lower) {
		SettingValue both = lower.value.with(this.value);
		return both.equals(this.value) ? this : new FoundSetting(this.key, both, this.origin + " and " + lower.origin);
	}

	/**
	 * Finds one variable of a mapping.
	 * @param one the key of the variable, or this one's own key
	 * @return the variable, or empty if it is not there
	 */
	Optional<FoundSetting> at(ConfigurationKey one) {
		return (one.variable() == null) ? Optional.of(this)
				: this.value.variable(one.variable()).map((text) -> new FoundSetting(one, text, this.origin));
	}

}
