package com.headjack.credential;

import java.nio.file.Path;
import java.time.Clock;

import com.headjack.agent.TestAgents;
import com.headjack.host.HostEnvironment;
import com.headjack.store.Deadline;
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

	public static CredentialRenewal renewal(CredentialRepository credentials) {
		Clock clock = Clock.systemUTC();
		return new CredentialRenewal(credentials,
				new CredentialCheck(new Recognition(TestAgents.builtIn()), new LoginJson(), CaptureLog.SILENT, clock),
				clock);
	}

	public static StoredSecrets secretsIn(CredentialRepository repository, HostEnvironment host) {
		return new StoredSecrets(repository, host, Deadline.CALL);
	}

}
