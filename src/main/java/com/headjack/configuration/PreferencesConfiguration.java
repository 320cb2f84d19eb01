package com.headjack.configuration;

import java.nio.file.Path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;

/**
 * Provides the user's configuration, and the folders that it names.
 */
@Configuration(proxyBeanMethods = false)
class PreferencesConfiguration {

	@Bean
	Preferences preferences(Environment environment) {
		return new Preferences(environment);
	}

	@Bean
	HostPaths hostPaths(HostEnvironment host, Preferences preferences) {
		HostPaths usual = HostPaths.of(host);
		return new HostPaths(usual.configuration(), folder(host, preferences, Setting.WORKTREES, usual.worktrees()),
				folder(host, preferences, Setting.SESSIONS, usual.sessions()), usual.history());
	}

	private static Path folder(HostEnvironment host, Preferences preferences, Setting setting, Path usual) {
		return preferences.text(setting).map(host::resolve).orElse(usual);
	}

	@Bean
	ConfigurationFile configurationFile(HostPaths paths) {
		return new ConfigurationFile(paths.configuration().resolve("config.yaml"));
	}

}
