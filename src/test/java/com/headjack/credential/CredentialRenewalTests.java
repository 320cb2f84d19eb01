package com.headjack.credential;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.RacingSecretStore;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialRenewalTests {

	private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	private static final Instant CAPTURED = Instant.parse("2026-05-01T00:00:00Z");

	static final Account CODEX = new Account(new AgentId("codex"), "work");

	private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImZha2UifQ.FAKE";

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final InMemorySecretStore store = new InMemorySecretStore();

	private final CredentialRepository repository = in(this.store);

	private final CredentialRenewal renewal = renewal(this.catalog, this.repository);

	static CredentialRepository in(RevisedStore store) {
		return TestCredentials.in(new StoreSelector(List.of(store), null));
	}

	static CredentialRenewal renewal(AgentCatalog catalog, CredentialRepository credentials) {
		Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
		return new CredentialRenewal(credentials,
				new CredentialCheck(new Recognition(catalog), new LoginJson(), CaptureLog.SILENT, clock), clock);
	}

	@BeforeEach
	void keep() {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(login("FAKE-a", "first", 10)),
				new CredentialFacts(null, null, CAPTURED, null, true))) {
			this.repository.put(CODEX, credential);
		}
	}

	@Test
	void offerOfANewerCopyKeepsTheTimeOfTheCapture() {
		offer(login("FAKE-a", "second", 11));
		try (Credential credential = this.repository.get(CODEX)) {
			assertThat(credential.facts().captured()).isEqualTo(CAPTURED);
			assertThat(credential.facts().issued()).isEqualTo("2026-06-01T11:00:00Z");
			assertThat(credential.facts().identity()).isEqualTo("FAKE-a");
		}
	}

	@Test
	void offerOfANewerCopyStoresIt() {
		assertThat(offer(login("FAKE-a", "second", 11))).hasValue(Succession.NEWER);
		assertThat(stored()).isEqualTo(login("FAKE-a", "second", 11));
		assertThat(offer(login("FAKE-a", "second", 11))).hasValue(Succession.SAME);
		assertThat(offer(login("FAKE-a", "first", 10))).hasValue(Succession.OLDER);
		assertThat(stored()).isEqualTo(login("FAKE-a", "second", 11));
	}

	@Test
	void offerOfAnotherIdentityIsLeftAlone() {
		assertThat(offer(login("FAKE-b", "second", 11))).hasValue(Succession.ANOTHER_IDENTITY);
		assertThat(stored()).isEqualTo(login("FAKE-a", "first", 10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "FAKE", "[]", "{}", "{\"tokens\":{}}", "\u0000", "{\"OPENAI_API_KEY\":\"sk-FAKE\"}" })
	void offerOfWhatIsNoLoginIsLeftAlone(String text) {
		assertThat(offer(text)).hasValue(Succession.UNREADABLE);
		assertThat(stored()).isEqualTo(login("FAKE-a", "first", 10));
	}

	@Test
	void offerOfACutOrSurroundedCopyIsLeftAlone() {
		String newer = login("FAKE-a", "second", 11);
		assertThat(offer(newer.substring(0, newer.length() / 2))).hasValue(Succession.UNREADABLE);
		assertThat(offer("export CODEX_AUTH_JSON='" + newer + "'")).hasValue(Succession.UNREADABLE);
		assertThat(offer(newer + newer)).hasValue(Succession.UNREADABLE);
		assertThat(offer(login("FAKE-a", "second", 13))).hasValue(Succession.FUTURE);
		assertThat(stored()).isEqualTo(login("FAKE-a", "first", 10));
	}

	@ParameterizedTest
	@MethodSource("beyondLimits")
	void offerBeyondTheLimitsOfJsonIsLeftAlone(String member) {
		String newer = login("FAKE-a", "second", 11);
		assertThat(offer(newer.replaceFirst("\\{", "{" + member + ","))).hasValue(Succession.UNREADABLE);
		assertThat(stored()).isEqualTo(login("FAKE-a", "first", 10));
	}

	static List<String> beyondLimits() {
		return List.of("\"x\":" + "[".repeat(3000) + "]".repeat(3000), "\"x\":" + "[".repeat(1001),
				"\"x\":" + "9".repeat(3000), "\"x\":1" + "0".repeat(1000) + ".5", "\"" + "x".repeat(60_000) + "\":1",
				"\"last_refresh\":" + "9".repeat(1001), "\"x\":\"\\ud800\"\ud800");
	}

	@Test
	void offerToAnAccountWithoutThatLoginIsEmpty() {
		try (Secret copy = Secret.of(login("FAKE-a", "second", 11))) {
			assertThat(this.renewal.offer(this.catalog.get("codex"), CODEX, LoginMethod.API_KEY, copy)).isEmpty();
			assertThat(this.renewal.offer(this.catalog.get("codex"), new Account(new AgentId("codex"), null),
					LoginMethod.SUBSCRIPTION, copy))
				.isEmpty();
		}
	}

	@Test
	void offerWhileAnOlderLoginIsStoredIsComparedAgainAndStored() {
		assertThat(offerInARace(login("FAKE-a", "between", 10), login("FAKE-a", "second", 11), 1))
			.hasValue(Succession.NEWER);
		assertThat(stored()).isEqualTo(login("FAKE-a", "second", 11));
	}

	@Test
	void offerWhileANewerLoginIsStoredLeavesThat() {
		assertThat(offerInARace(login("FAKE-a", "newest", 12), login("FAKE-a", "second", 11), 1))
			.hasValue(Succession.OLDER);
		assertThat(stored()).isEqualTo(login("FAKE-a", "newest", 12));
	}

	@Test
	void offerWhileTheUserLogsInAsAnotherLeavesThat() {
		assertThat(offerInARace(login("FAKE-b", "theirs", 10), login("FAKE-a", "second", 11), 1))
			.hasValue(Succession.ANOTHER_IDENTITY);
		assertThat(stored()).isEqualTo(login("FAKE-b", "theirs", 10));
	}

	@Test
	void offerWhileTheLoginIsRemovedLeavesNone() {
		RevisedStore racing = new RacingSecretStore(this.store, () -> this.repository.remove(CODEX), 1);
		assertThat(offer(renewal(this.catalog, in(racing)), login("FAKE-a", "second", 11))).isEmpty();
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void offerWhenSomebodyIsFasterEachTimeThrowsAndLeavesTheirs() {
		assertThatExceptionOfType(StoreConflictException.class)
			.isThrownBy(() -> offerInARace("", login("FAKE-a", "second", 11), 1_000))
			.withMessageNotContaining("FAKE");
		assertThat(stored()).contains("between");
	}

	/**
	 * Offers a copy while another login is stored.
	 * @param between the other, or empty for a new one each time
	 */
	private Optional<Succession> offerInARace(String between, String text, int times) {
		AtomicInteger count = new AtomicInteger();
		RevisedStore racing = new RacingSecretStore(this.store,
				() -> keep(between.isEmpty() ? login("FAKE-a", "between-" + count.incrementAndGet(), 10) : between),
				times);
		return offer(renewal(this.catalog, in(racing)), text);
	}

	private void keep(String text) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(text))) {
			this.repository.put(CODEX, credential);
		}
	}

	private Optional<Succession> offer(String text) {
		return offer(this.renewal, text);
	}

	private Optional<Succession> offer(CredentialRenewal renewal, String text) {
		try (Secret copy = Secret.of(text)) {
			return renewal.offer(this.catalog.get("codex"), CODEX, LoginMethod.SUBSCRIPTION, copy);
		}
	}

	private String stored() {
		try (Credential credential = this.repository.get(CODEX)) {
			return credential.value().reveal();
		}
	}

	static String login(String identity, String refresh, int hour) {
		return "{\"tokens\":{\"id_token\":\"%s\",\"access_token\":\"%s\",\"refresh_token\":\"FAKE-%s\",\"account_id\":\"%s\"},\"last_refresh\":\"2026-06-01T%s:00:00Z\"}"
			.formatted(TOKEN, TOKEN, refresh, identity, hour);
	}

}
