package com.headjack.agent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

import com.headjack.host.HostPaths;

@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

	@Bean
	AgentCatalog agentCatalog(HostPaths paths) {
		return AgentCatalog.of(paths);
	}

	@Bean
	ConfiguredAgents configuredAgents(ConfigurableEnvironment environment) {
		return new ConfiguredAgents(environment);
	}

}
