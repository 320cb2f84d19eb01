package com.headjack.agent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

import com.headjack.host.HostPaths;

@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

	@Bean
	AgentCatalog agentCatalog(HostPaths paths) {
		ProfileReader reader = new ProfileReader();
		return new AgentCatalog(new BuiltInProfiles(reader),
				new UserProfiles(paths.configuration().resolve("agents"), reader));
	}

	@Bean
	ConfiguredAgents configuredAgents(ConfigurableEnvironment environment) {
		return new ConfiguredAgents(environment);
	}

}
