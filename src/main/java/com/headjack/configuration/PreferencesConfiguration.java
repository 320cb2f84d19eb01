package com.headjack.configuration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;

/**
 * Provides the user's configuration, and the folders that it names.
 */
@Configuration(proxyBeanMethods = false)
class PreferencesConfiguration {

	@Bean
	Preferences preferences(ConfigurableEnvironment environment) {
		return new Preferences(environment);
	}

	@Bean
	HostPaths hostPaths(HostEnvironment host, Preferences preferences) {
		return HostPaths.of(host, preferences.text(Setting.WORKTREES), preferences.text(Setting.SESSIONS));
	}

	@Bean
	ConfigurationFile configurationFile(HostPaths paths) {
		return ConfigurationFile.in(paths);
	}

}
