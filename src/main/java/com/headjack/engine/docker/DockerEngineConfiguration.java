package com.headjack.engine.docker;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import com.headjack.engine.ContainerEngine;
import com.headjack.host.HostEnvironment;

/**
 * Provides the engine.
 */
@Configuration(proxyBeanMethods = false)
class DockerEngineConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Bean
	ContainerEngine containerEngine(HostEnvironment host, Environment environment) {
		return new DockerContainerEngine(new DockerConnection(
				() -> new EngineAddresses(host).candidates(environment.getProperty("runtime.name", "auto")),
				new DockerClients(host)::client, PATIENCE));
	}

}
