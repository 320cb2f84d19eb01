package com.headjack.credential;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.store.StoreSelector;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

	@Bean
	CredentialRepository credentialRepository(StoreSelector selector, HostPaths paths) {
		return new CredentialRepository(selector, new CredentialCodec(), AccountIndex.of(paths));
	}

	@Bean
	CredentialCapture credentialCapture(HostEnvironment host, CredentialRepository repository, AgentCatalog catalog,
			CaptureLog log) {
		CredentialCheck check = new CredentialCheck(new Recognition(catalog), log);
		return new CredentialCapture(new HostLogins(host), check, repository);
	}

}
