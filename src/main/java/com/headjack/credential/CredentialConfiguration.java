package com.headjack.credential;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.store.Deadline;
import com.headjack.store.StoreSelector;

@Configuration(proxyBeanMethods = false)
class CredentialConfiguration {

	@Bean
	CredentialRepository credentialRepository(StoreSelector selector, HostPaths paths, AgentCatalog catalog) {
		return new CredentialRepository(selector, new CredentialCodec(), AccountIndex.of(paths), catalog);
	}

	@Bean
	AccountRename accountRename(StoreSelector selector, CredentialRepository repository, HostPaths paths) {
		return new AccountRename(selector, repository, AccountIndex.of(paths));
	}

	@Bean
	AccountChoice accountChoice(ConfiguredAgents configured) {
		return new AccountChoice(configured);
	}

	@Bean
	StoredSecrets storedSecrets(CredentialRepository repository, HostEnvironment host) {
		return new StoredSecrets(repository, host, Deadline.CALL);
	}

	@Bean
	ExpiryWatch expiryWatch(AgentCatalog catalog) {
		return new ExpiryWatch(catalog, Clock.systemUTC());
	}

	@Bean
	CredentialRenewal credentialRenewal(CredentialRepository repository, AgentCatalog catalog) {
		Clock clock = Clock.systemUTC();
		return new CredentialRenewal(repository,
				new CredentialCheck(new Recognition(catalog), new LoginJson(), CaptureLog.SILENT, clock), clock);
	}

	@Bean
	HostCopies hostCopies(HostEnvironment host, AgentCatalog catalog, CredentialRepository repository,
			CredentialRenewal renewal) {
		Clock clock = Clock.systemUTC();
		LoginJson json = new LoginJson();
		return new HostCopies(catalog, repository, renewal, new HostLogins(host, json, CaptureLog.SILENT),
				new CredentialCheck(new Recognition(catalog), json, CaptureLog.SILENT, clock), clock);
	}

	@Bean
	LoginExport loginExport(HostEnvironment host, CredentialRepository repository, HostCopies copies) {
		LoginJson json = new LoginJson();
		return new LoginExport(repository, copies, new HostLogins(host, json, CaptureLog.SILENT), host, json);
	}

	@Bean
	CredentialCapture credentialCapture(HostEnvironment host, CredentialRepository repository, AgentCatalog catalog,
			CaptureLog log) {
		LoginJson json = new LoginJson();
		CredentialCheck check = new CredentialCheck(new Recognition(catalog), json, log, Clock.systemUTC());
		return new CredentialCapture(new HostLogins(host, json, log), check, repository, log);
	}

}
