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
		CredentialRepository repository = new CredentialRepository(selector, new CredentialCodec(),
				new AccountIndex(host.home().resolve("accounts")), catalog);
		return new CredentialCapture(new HostLogins(host, json, log, () -> true), check, repository, log);
	}

}
