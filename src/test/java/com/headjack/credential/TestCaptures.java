package com.headjack.credential;

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
		CredentialCheck check = new CredentialCheck(new Recognition(catalog), (_) -> {
		});
		return new CredentialCapture(new HostLogins(host), check, new CredentialRepository(selector,
				new CredentialCodec(), new AccountIndex(host.home().resolve("accounts"))));
	}

}
