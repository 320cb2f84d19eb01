package com.headjack.credential;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a container offers, it is judged.
 */
class CredentialRenewalPropertyTests {

	private static final int ROUNDS = 5_000;

	private static final String PIECES = "{}[]\":,\\\u0000\ud800\ufeff-.eE0123456789 \t\ntf";

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final CredentialRepository repository = CredentialRenewalTests.in(new InMemorySecretStore());

	private final CredentialRenewal renewal = CredentialRenewalTests.renewal(this.catalog, this.repository);

	@ParameterizedTest
	@ValueSource(longs = { 3, 1848 })
	void offerNeverFails(long seed) {
		Random random = new Random(seed);
		String login = CredentialRenewalTests.login("FAKE-a", "second", 11);
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(login))) {
			this.repository.put(CredentialRenewalTests.CODEX, credential);
		}
		for (int round = 0; round < ROUNDS; round++) {
			try (Secret copy = Secret.of(changed(login, random))) {
				assertThat(this.renewal.offer(this.catalog.get("codex"), CredentialRenewalTests.CODEX,
						LoginMethod.SUBSCRIPTION, copy))
					.isPresent();
			}
		}
	}

	private static String changed(String login, Random random) {
		StringBuilder text = new StringBuilder(login);
		for (int change = random.nextInt(1, 6); change > 0; change--) {
			int at = random.nextInt(text.length());
			String piece = PIECES.substring(random.nextInt(PIECES.length())).substring(0, 1);
			text.replace(at, Math.min(text.length(), at + random.nextInt(3)),
					piece.repeat((random.nextInt(20) == 0) ? 2000 : 1));
		}
		return text.toString();
	}

}
