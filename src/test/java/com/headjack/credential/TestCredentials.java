package com.headjack.credential;

import java.nio.file.Path;

import com.headjack.agent.TestAgents;
import com.headjack.store.StoreSelector;

/**
 * Credentials for tests of other packages.
 */
public final class TestCredentials {

	private TestCredentials() {
	}

	public static CredentialRepository in(StoreSelector stores) {
		return new CredentialRepository(stores, new CredentialCodec(), new AccountIndex(Path.of("/dev/null/accounts")),
				TestAgents.builtIn());
	}

}
