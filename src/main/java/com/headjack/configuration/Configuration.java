package com.headjack.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.headjack.host.HostEnvironment;

/**
 * The configuration from all sources: the files, the profile, and the variables. Spring
 * reads none of them, so none can change how Headjack is wired.
 */
public final class Configuration {

	private final List<List<FoundSetting>> sources;

	private final List<String> warnings;

	private Configuration(List<List<FoundSetting>> sources, List<String> warnings) {
		this.sources = List.copyOf(sources);
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * Reads the configuration.
	 * @param host the machine
	 * @param profile the profile, or empty for none
	 * @param check checks each value
	 * @return the configuration
	 * @throws com.headjack.failure.HeadjackException if there is no such profile, or a
	 * file or a variable cannot be used; the message names the line or the variable
	 */
	public static Configuration read(HostEnvironment host, Optional<String> profile, SettingCheck check) {
		return read(host, profile, check, (_) -> true);
	}

	/**
	 * Reads a group of keys, and no more of it than their form is checked.
	 * @param host the machine
	 * @param profile the profile, or empty for none
	 * @param group the beginning of the keys; a file without it is not parsed
	 * @return the configuration
	 * @throws com.headjack.failure.HeadjackException as for all keys
	 */
	public static Configuration of(HostEnvironment host, Optional<String> profile, String group) {
		return read(host, profile, (_, _) -> {
		}, (text) -> text.contains(group));
	}

	private static Configuration read(HostEnvironment host, Optional<String> profile, SettingCheck check,
			Predicate<String> wanted) {
		ConfigurationFolders folders = ConfigurationFolders.of(host);
		List<List<FoundSetting>> sources = new ArrayList<>();
		List<String> warnings = new ArrayList<>();
		sources.add(new SettingVariables(host, check).read());
		Stream<Path> files = profile.map((name) -> Stream.concat(folders.profile(name), folders.files()))
			.orElseGet(folders::files);
		files.map((path) -> SettingsFile.read(path, check, wanted)).forEach((file) -> {
			sources.add(file.settings());
			file.warning().ifPresent(warnings::add);
		});
		folders.misnamed().map((file) -> "%s is not read; name it config.yaml".formatted(file)).forEach(warnings::add);
		return new Configuration(sources, warnings);
	}

	/**
	 * Returns what is wrong in the files and has no effect.
	 * @return one line for each file
	 */
	public List<String> warnings() {
		return this.warnings;
	}

	/**
	 * Finds the setting in force.
	 * @param key its key
	 * @return the value and where it is from, or empty if nobody set it
	 */
	public Optional<FoundSetting> find(ConfigurationKey key) {
		return settings().filter((setting) -> setting.key().equals(key)).findFirst();
	}

	/**
	 * Returns all settings, those with higher precedence first.
	 * @return the settings; a key may be there several times
	 */
	public Stream<FoundSetting> settings() {
		return this.sources.stream()
			.flatMap(List::stream)
			.filter((setting) -> !setting.value().texts().stream().allMatch(String::isBlank));
	}

	/**
	 * Returns the settings of each source as properties of Spring's environment.
	 * @return the properties, the source with the highest precedence first
	 */
	public List<Map<String, Object>> properties() {
		return this.sources.stream().map(Configuration::properties).toList();
	}

	private static Map<String, Object> properties(List<FoundSetting> settings) {
		Map<String, Object> properties = new LinkedHashMap<>();
		settings.forEach((setting) -> properties.putAll(setting.value().properties(setting.key().name())));
		return properties;
	}

}
