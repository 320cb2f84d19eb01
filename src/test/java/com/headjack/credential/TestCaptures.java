package com.headjack.credential;

import java.time.Clock;

import com.headjack.agent.AgentCatalog;
import com.headjack.host.HostEnvironment;
import com.headjack.store.StoreSelector;

/**
 * Captures for tests of other packages.
 */
public final class TestCaptures {

	private TestCaptures() {
	}

	public static CredentialCapture of(HostEnvironment host, AgentCatalog catalog, StoreSelector selector) {
		CaptureLog log = new RecordingLog();
		LoginJson json = new LoginJson();
		CredentialCheck check = new CredentialCheck(new Recognition(catalog), json, log, Clock.systemUTC());
		return new CredentialCapture(new HostLogins(host, json, log, () -> true), check,
				repository(host, catalog, selector), log);
	}

	public static HostCopies copies(HostEnvironment host, AgentCatalog catalog, StoreSelector selector) {
		Clock clock = Clock.systemUTC();
		LoginJson json = new LoginJson();
		CredentialCheck check = new CredentialCheck(new Recognition(catalog), json, CaptureLog.SILENT, clock);
		CredentialRepository repository = repository(host, catalog, selector);
		return new HostCopies(catalog, repository, new CredentialRenewal(repository, check, clock),
				new HostLogins(host, json, CaptureLog.SILENT, () -> true), check, clock);
	}

	static CredentialRepository repository(HostEnvironment host, AgentCatalog catalog, StoreSelector selector) {
		return new CredentialRepository(selector, new CredentialCodec(),
				new AccountIndex(host.home().resolve("accounts")), catalog);
	}

}
