package com.headjack.configuration;

/**
 * Checks values by the rules of others, which know more than the form.
 */
@FunctionalInterface
public interface SettingCheck {

	/**
	 * Checks a value that has the form of its key.
	 * @param key the key
	 * @param value its value
	 * @throws com.headjack.failure.HeadjackException if the value cannot be used
	 */
	void check(ConfigurationKey key, SettingValue value);

}
