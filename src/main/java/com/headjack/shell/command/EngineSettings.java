package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;

import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.configuration.SettingValue;
import com.headjack.engine.Engines;
import com.headjack.engine.NamedAddress;

/**
 * The engines in the user's configuration.
 *
 * @param preferences the configuration from all sources
 * @param file the user's file, the only one that is changed
 */
record EngineSettings(Preferences preferences, ConfigurationFile file) {

	List<String> names() {
		return this.preferences.names(Setting.ENGINE_ADDRESS);
	}

	Optional<String> address(String name) {
		return this.preferences.text(key(name));
	}

	String usual() {
		return this.preferences.text(Setting.DEFAULT_ENGINE).orElse(Engines.LOCAL);
	}

	void add(NamedAddress engine) {
		this.file.set(key(engine.name()), key(engine.name()).value(List.of(engine.address())));
		ConfigurationKey certificates = certificates(engine.name());
		if (engine.certificates() != null) {
			this.file.set(certificates, certificates.value(List.of(engine.certificates().toString())));
		}
	}

	/**
	 * Removes an engine from the user's file.
	 * @return whether it was there
	 */
	boolean remove(String name) {
		ConfigurationKey usual = usualKey();
		if (this.file.find(usual).map(SettingValue::shown).filter(name::equals).isPresent()) {
			this.file.unset(usual);
		}
		this.file.unset(certificates(name));
		return this.file.unset(key(name));
	}

	void use(String name) {
		this.file.set(usualKey(), usualKey().value(List.of(name)));
	}

	private static ConfigurationKey key(String name) {
		return ConfigurationKey.parse(Setting.ENGINE_ADDRESS.keyOf(name));
	}

	private static ConfigurationKey certificates(String name) {
		return ConfigurationKey.parse(Setting.ENGINE_CERTIFICATES.keyOf(name));
	}

	private static ConfigurationKey usualKey() {
		return ConfigurationKey.parse(Setting.DEFAULT_ENGINE.pattern());
	}

}
