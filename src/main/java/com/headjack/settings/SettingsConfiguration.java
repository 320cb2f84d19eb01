package com.headjack.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.host.HostPaths;

/**
 * Gives the user's configuration file.
 */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

	@Bean
	ConfigurationFile configurationFile(HostPaths paths) {
		return new ConfigurationFile(paths.configuration().resolve("config.yaml"));
	}

}
