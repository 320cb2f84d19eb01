package com.headjack.shell.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.configuration.Setting;

/**
 * Reads the storage settings from the configuration, without the application. It searches
 * the same places as the application, in the same order.
 */
final class StorageSettings {

	private static final String VARIABLE_OF_WORKTREES = "HEADJACK_WORKTREE_DIR";

	private final HostEnvironment host;

	StorageSettings(HostEnvironment host) {
		this.host = host;
	}

	/**
	 * Finds a value.
	 * @param setting a setting whose key begins with {@code storage}
	 * @return its value, or empty if it is not set
	 */
	Optional<String> find(Setting setting) {
		String key = setting.pattern();
		Optional<String> named = (setting == Setting.WORKTREES) ? this.host.variable(VARIABLE_OF_WORKTREES)
				: Optional.empty();
		return named.or(() -> this.host.variable("HEADJACK_" + key.toUpperCase(Locale.ROOT).replace('.', '_')))
			.or(() -> files().map(ConfigurationFile::new)
				.filter((file) -> file.text().contains("storage"))
				.flatMap((file) -> file.find(ConfigurationKey.parse(key)).stream())
				.findFirst());
	}

	/**
	 * The configuration files, in order of precedence.
	 */
	private Stream<Path> files() {
		String profile = this.host.variable("HEADJACK_PROFILE").orElse("");
		return Stream.of("config-" + profile + ".yaml", "config.yaml")
			.flatMap((name) -> folders().map((folder) -> folder.resolve(name)));
	}

	private Stream<Path> folders() {
		return Stream.concat(Stream.of(HostPaths.of(this.host).configuration()),
				Stream.ofNullable(System.getProperty("headjack.home")).map((home) -> Path.of(home, "config")));
	}

}
