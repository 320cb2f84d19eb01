package com.headjack.renewal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.credential.CredentialRenewal;
import com.headjack.credential.CredentialRepository;
import com.headjack.engine.ContainerEngine;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instances;
import com.headjack.journal.LoginJournal;

@Configuration(proxyBeanMethods = false)
class RenewalConfiguration {

	@Bean
	Renewals renewals(Instances instances, AgentCatalog catalog, CredentialRepository credentials,
			CredentialRenewal renewal, ContainerEngine engine, HostPaths paths, LoginJournal journal) {
		return new Renewals(instances, catalog, credentials, renewal, engine, new HeldLogins(paths), journal);
	}

	@Bean
	RenewalEnd renewalEnd(Renewals renewals) {
		return new RenewalEnd(renewals);
	}

}
