package com.headjack.configuration;

/**
 * A value, and where it comes from.
 *
 * @param key the key
 * @param value the value
 * @param origin the file and the line, or the variable
 */
public record FoundSetting(ConfigurationKey key, SettingValue value, String origin) {

}
