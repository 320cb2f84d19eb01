package com.headjack.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.ExpiryWatch;
import com.headjack.engine.ContainerEngine;
import com.headjack.injection.InjectionPlanner;
import com.headjack.instance.Instances;
import com.headjack.renewal.Renewals;
import com.headjack.trust.Trust;
import com.headjack.trust.TrustQuestion;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	@Bean
	Sessions sessions(Instances instances, ContainerEngine engine) {
		return new Sessions(instances, new OutputFetch(engine, InstantSource.system()));
	}

	@Bean
	SessionLifecycle sessionLifecycle(Instances instances, Sessions sessions, AgentCatalog catalog,
			CredentialRepository credentials, ConfiguredAgents configured, InjectionPlanner injection,
			ContainerEngine engine, Preferences preferences, ExpiryWatch watch, Trust trust, TrustQuestion question,
			Renewals renewals) {
		LaunchPlanner planner = new LaunchPlanner(catalog, credentials, configured, injection, renewals);
		Clock clock = Clock.systemUTC();
		SessionLauncher launcher = new SessionLauncher(engine, clock, new SecureRandom(),
				LogLimit.parse(preferences.text(Setting.LOG_LIMIT).orElse(null)));
		return new SessionLifecycle(instances, sessions, planner, launcher, new ExpiryGuard(watch),
				new LoginGuard(trust, question), engine, clock);
	}

	@Bean
	FormerLogins formerLogins(Sessions sessions, AgentCatalog catalog, CredentialRepository credentials,
			Renewals renewals) {
		return new FormerLogins(sessions, catalog, credentials, renewals);
	}

	@Bean
	OutputKeeping outputKeeping(Sessions sessions) {
		return new OutputKeeping(sessions);
	}

	@Bean
	SessionEnding sessionEnding(Sessions sessions, ContainerEngine engine) {
		return new SessionEnding(sessions, new SessionEnd(engine));
	}

}
