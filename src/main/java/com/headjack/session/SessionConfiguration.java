package com.headjack.session;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.CredentialRepository;
import com.headjack.engine.ContainerEngine;
import com.headjack.injection.InjectionPlanner;
import com.headjack.instance.Instances;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	SessionService sessionService(Instances instances, AgentCatalog catalog, CredentialRepository credentials,
			ConfiguredAgents configured, InjectionPlanner injection, ContainerEngine engine, Environment environment) {
		LaunchPlanner planner = new LaunchPlanner(catalog, credentials, configured, injection);
		Clock clock = Clock.systemUTC();
		SessionLauncher launcher = new SessionLauncher(engine, clock, new SecureRandom(),
				LogLimit.parse(environment.getProperty("logs.limit")));
		return new SessionService(instances, planner, launcher, engine, clock);
	}

}
