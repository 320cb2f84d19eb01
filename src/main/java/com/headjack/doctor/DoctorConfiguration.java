package com.headjack.doctor;

import java.nio.file.Path;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.engine.ContainerEngine;
import com.headjack.host.HostEnvironment;
import com.headjack.process.ProcessRunner;
import com.headjack.store.StoreSelector;

/**
 * Provides the checks.
 */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

	@Bean
	Doctor doctor(ContainerEngine engine, AgentCatalog catalog, ProcessRunner processes, StoreSelector selector,
			HostEnvironment host, Preferences preferences) {
		return new Doctor(List.of(
				new EngineCheck(engine,
						(program) -> new ImageCheck(engine, program, catalog,
								preferences.text(Setting.BASE_IMAGE).orElseThrow())),
				new ProfileCheck(catalog), new GitCheck(processes), new StoreCheck(selector),
				new OtherStoresCheck(selector), new TerminalCheck(host), new JavaCheck(System.getProperties()),
				new CacheCheck(System.getProperty("headjack.cache"), Path.of("/proc/self/maps"))));
	}

}
