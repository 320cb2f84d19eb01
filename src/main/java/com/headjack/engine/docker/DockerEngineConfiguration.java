package com.headjack.engine.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.Engines;
import com.headjack.engine.ImageBuilders;
import com.headjack.engine.NamedAddress;
import com.headjack.engine.RoutedRecords;
import com.headjack.engine.RuntimeName;
import com.headjack.host.HostEnvironment;

/**
 * Provides the engines.
 */
@Configuration(proxyBeanMethods = false)
class DockerEngineConfiguration {

	@Bean
	DockerEngines dockerEngines(HostEnvironment host) {
		return new DockerEngines(host);
	}

	@Bean
	Engines engines(DockerEngines docker, HostEnvironment host, Preferences preferences) {
		return new Engines(() -> preferences.names(Setting.ENGINE_ADDRESS),
				() -> preferences.text(Setting.DEFAULT_ENGINE).orElse(Engines.LOCAL),
				(name) -> name.equals(Engines.LOCAL) ? docker.open(local(host, preferences))
						: at(name, host, preferences, docker::open));
	}

	@Bean(destroyMethod = "")
	ContainerEngine containerEngine(Engines engines) {
		return engines.routed();
	}

	@Bean
	ImageBuilders imageBuilders(DockerEngines docker, HostEnvironment host, Preferences preferences) {
		return (name) -> name.equals(Engines.LOCAL) ? docker.builder(local(host, preferences))
				: at(name, host, preferences, docker::builder);
	}

	@Bean
	EngineRecords engineRecords(DockerEngines docker, HostEnvironment host, Preferences preferences) {
		return new RoutedRecords((name) -> name.equals(Engines.LOCAL) ? docker.records(local(host, preferences))
				: at(name, host, preferences, docker::records));
	}

	/**
	 * Opens something at the address of a named engine.
	 */
	private static <T> T at(String engine, HostEnvironment host, Preferences preferences,
			Function<NamedAddress, T> opening) {
		ConfigurationKey key = ConfigurationKey.parse(Setting.ENGINE_ADDRESS.keyOf(engine));
		String address = preferences.text(key)
			.orElseThrow(() -> new EngineUnavailableException("there is no engine \"%s\"".formatted(engine),
					"'hjk engine list' lists them; 'hjk engine add %s ADDRESS' adds it".formatted(engine), null));
		Path certificates = preferences.text(ConfigurationKey.parse(Setting.ENGINE_CERTIFICATES.keyOf(engine)))
			.map(host::resolve)
			.orElse(null);
		return opening.apply(new NamedAddress(engine, address, certificates));
	}

	private static Supplier<List<EngineAddress>> local(HostEnvironment host, Preferences preferences) {
		return () -> new EngineAddresses(host)
			.candidates(preferences.text(Setting.RUNTIME_NAME).map(RuntimeName::parse).orElse(RuntimeName.AUTO));
	}

}
