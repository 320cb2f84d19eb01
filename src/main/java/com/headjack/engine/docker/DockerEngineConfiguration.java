package com.headjack.engine.docker;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
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
		return new DockerContainerEngine(
				new DockerConnection(() -> new EngineAddresses(host).candidates(runtime(preferences)),
						new DockerClients(host)::client, PATIENCE),
				new ContainerProxies(host));
	}

	private static RuntimeName runtime(Preferences preferences) {
		return preferences.text(Setting.RUNTIME_NAME).map(RuntimeName::parse).orElse(RuntimeName.AUTO);
	}

}
