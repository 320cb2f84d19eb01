package com.headjack.engine.docker;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.ImageBuilder;
import com.headjack.engine.RuntimeName;
import com.headjack.host.HostEnvironment;

/**
 * Provides the engine.
 */
@Configuration(proxyBeanMethods = false)
class DockerEngineConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Bean
	ContainerEngine containerEngine(HostEnvironment host, Preferences preferences) {
		return new DockerContainerEngine(connection(host, preferences), new ContainerProxies(host));
	}

	@Bean
	ImageBuilder imageBuilder(HostEnvironment host, Preferences preferences, ContainerEngine engine) {
		return new DockerImageBuilder(connection(host, preferences), new ContainerProxies(host),
				() -> engine.version().name().equals("podman"));
	}

	@Bean
	EngineRecords engineRecords(HostEnvironment host, Preferences preferences) {
		return new DockerRecords(connection(host, preferences));
	}

	private static DockerConnection connection(HostEnvironment host, Preferences preferences) {
		return new DockerConnection(() -> new EngineAddresses(host).candidates(runtime(preferences)),
				new DockerClients(host)::client, PATIENCE);
	}

	private static RuntimeName runtime(Preferences preferences) {
		return preferences.text(Setting.RUNTIME_NAME).map(RuntimeName::parse).orElse(RuntimeName.AUTO);
	}

}
