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

	private final Map<ConfigurationKey, FoundSetting> settings = new LinkedHashMap<>();

	private final List<String> warnings;

	private Configuration(List<FoundSetting> found, List<String> warnings) {
		found.stream()
			.filter((setting) -> !setting.value().blank())
			.forEach((setting) -> this.settings.merge(setting.key(), setting, FoundSetting::over));
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
		List<FoundSetting> found = new ArrayList<>(new SettingVariables(host, check).read());
		List<String> warnings = new ArrayList<>();
		Stream<Path> files = profile.map((name) -> Stream.concat(folders.profile(name), folders.files()))
			.orElseGet(folders::files);
		files.map((path) -> SettingsFile.read(path, check, wanted)).forEach((file) -> {
			found.addAll(file.settings());
			file.warning().ifPresent(warnings::add);
		});
		folders.misnamed().map((file) -> "%s is not read; name it config.yaml".formatted(file)).forEach(warnings::add);
		return new Configuration(found, warnings);
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
		return Optional.ofNullable(this.settings.get(key.whole())).flatMap((setting) -> setting.at(key));
	}

	/**
	 * Lists the names that a setting is set for.
	 * @param setting a setting with a name in its key
	 * @return the names, sorted
	 */
	public Stream<String> names(Setting setting) {
		return this.settings.values()
			.stream()
			.map((found) -> setting.nameIn(found.key().name()))
			.flatMap(Optional::stream)
			.sorted();
	}

	/**
	 * Returns the settings in force. A key has the value of the source with the highest
	 * precedence; variables of agents come from all sources.
	 * @return the settings, one for each key that is set
	 */
	public Stream<FoundSetting> settings() {
		return this.settings.values().stream();
	}

	/**
	 * Returns the settings in force as properties of Spring's environment.
	 * @return the properties
	 */
	public Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		settings().forEach((setting) -> properties.putAll(setting.value().properties(setting.key().name())));
		return properties;
	}

}
