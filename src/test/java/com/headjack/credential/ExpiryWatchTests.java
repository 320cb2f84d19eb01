package com.headjack.credential;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class ExpiryWatchTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private static final Account CODEX = new Account(new AgentId("codex"), null);

	private static final Expiry PAST = new Expiry(NOW.minusSeconds(7200), false);

	private final ExpiryWatch watch = new ExpiryWatch(TestAgents.builtIn(), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void lookAtALoginThatIsOverTellsHowToRenewIt() {
		assertThat(look(CODEX, new CredentialFacts(PAST, null, null, null, false))).hasValue(new ExpiryNotice(
				Validity.OVER, "the login of codex expired 2 h ago", "run 'codex login', then 'hjk auth codex'"));
		assertThat(look(Account.of(new AgentId("gone"), "work"), new CredentialFacts(PAST, null, null, null, false)))
			.hasValue(new ExpiryNotice(Validity.OVER, "the login of gone (account \"work\") expired 2 h ago",
					"run 'hjk auth gone --account work'"));
	}

	@Test
	void lineOfADoubtfulLoginLeavesItOpen() {
		assertThat(new ExpiryNotice(Validity.ENDING, "a", "b").line()).isEqualTo("a: b");
		assertThat(new ExpiryNotice(Validity.DOUBTFUL, "a", "b").line()).isEqualTo("a: if it no longer works, b");
	}

	@Test
	void lookAtALoginThatLastsOrIsNoneTellsNothing() {
		assertThat(look(CODEX, new CredentialFacts(PAST, null, null, null, true))).isEmpty();
		assertThat(look(CODEX, CredentialFacts.unknown())).isEmpty();
		assertThat(this.watch.look(CredentialStatus.missing(CODEX, "memory"))).isEmpty();
	}

	private Optional<ExpiryNotice> look(Account account, CredentialFacts facts) {
		return this.watch.look(new CredentialStatus(account, "memory", LoginMethod.SUBSCRIPTION, "FAKE…", facts));
	}

	/**
	 * What was kept of the login does not count, but for its capture.
	 */
	@ParameterizedTest
	@CsvSource({ "2025-01-01T00:00:00Z,DOUBTFUL", "2025-02-03T00:00:00Z,ENDING", "2026-01-01T00:00:00Z,", "," })
	void lookAtATokenBeforeItsUseCountsFromItsCapture(@Nullable Instant captured, @Nullable Validity validity) {
		Account account = new Account(new AgentId("claude"), null);
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of("sk-ant-oat01-FAKE"),
				new CredentialFacts(PAST, null, captured, null, false))) {
			assertThat(this.watch.look(TestAgents.builtIn().get("claude"), account, credential)
				.map(ExpiryNotice::validity)).isEqualTo(Optional.ofNullable(validity));
		}
	}

}
