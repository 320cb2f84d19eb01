package com.headjack.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CredentialTests {

	private static final String CODEX = """
			{"tokens":{"access_token":"FAKE-CANARY","refresh_token":"FAKE-CANARY",\
			"id_token":"eyJGQUtFIjoxfQ.eyJGQUtFIjoxfQ.FAKE"},"last_refresh":"2026-01-01T00:00:00Z"}""";

	private static final Account CLAUDE = new Account(new AgentId("claude"), null);

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	@TempDir
	Path home;

	private final InMemorySecretStore store = new InMemorySecretStore();

	private final RecordingLog log = new RecordingLog();

	private CredentialRepository repository;

	private CredentialCapture capture;

	@BeforeEach
	void setUp() {
		this.repository = new CredentialRepository(new StoreSelector(List.of(this.store), null), new CredentialCodec(),
				new AccountIndex(this.home.resolve("accounts")), TestAgents.builtIn());
		this.capture = capture(Map.of());
	}

	@ParameterizedTest
	@CsvSource({ "claude,SUBSCRIPTION,FAKE-CANARY,does not look like one", "gemini,API_KEY,'',is empty",
			"claude,SUBSCRIPTION,sk-ant-api03-FAKE-CANARY,looks like an Anthropic API key ('hjk auth claude --method apikey')",
			"claude,API_KEY,sk-ant-oat01-FAKE-CANARY,looks like an Anthropic subscription token",
			"codex,API_KEY,sk-ant-api03-FAKE-CANARY,looks like an Anthropic API key",
			"claude,API_KEY,AIzaFAKE-CANARY,looks like a Google API key",
			"codex,SUBSCRIPTION,sk-proj-FAKE-CANARY,looks like an OpenAI API key",
			"codex,SUBSCRIPTION,CANARY,is not JSON", "codex,SUBSCRIPTION,[1],is not JSON",
			"codex,SUBSCRIPTION,{\"a\":1},lacks tokens.access_token",
			"gemini,SUBSCRIPTION,{\"a\":1},lacks oauth_creds.refresh_token" })
	void checkWhenItDoesNotFitSaysWhatWasExpectedAndNotTheValue(String agent, LoginMethod method, String value,
			String reason) {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> check(agent, method, value))
			.withMessageContaining(reason)
			.satisfies((ex) -> {
				assertThat(ex.getMessage() + ex.remedy()).doesNotContain("CANARY");
				assertThat(ex.remedy().orElseThrow()).startsWith("expected ");
				assertThat(ex.getCause()).isNull();
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"tokens\":{\"access_token\":\"CANARY\"},\"last_refresh\":\"2026\"}|tokens.refresh_token",
					"{\"tokens\":{\"access_token\":\"CANARY\",\"refresh_token\":\"CANARY\"}}|tokens.id_token" })
	void checkWhenCodexCouldNotRefreshSaysWhatIsMissing(String file, String missing) {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> check("codex", LoginMethod.SUBSCRIPTION, file))
			.withMessage("the subscription login for codex lacks " + missing);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", " %s\n", "\ufeff%s", "```json\n%s\n```", "export CODEX_AUTH_JSON='%s'",
			"$ cat ~/.codex/auth.json\n%s\n$", "\u001b[200~%s\u001b[201~" })
	void checkTakesTheFileOutOfTheTextAroundIt(String text) {
		try (Credential credential = check("codex", LoginMethod.SUBSCRIPTION, text.formatted(CODEX))) {
			assertThat(credential.value().reveal()).isEqualTo(CODEX);
		}
		assertThat(this.log.repairs).hasSize(text.strip().equals("%s") ? 0 : 1);
	}

	@Test
	void checkReadsTheFileInUtf16() {
		byte[] wide = CODEX.getBytes(StandardCharsets.UTF_16LE);
		try (Secret given = Secret.of(wide);
				Credential credential = this.capture.check(profile("codex"), LoginMethod.SUBSCRIPTION, given)) {
			assertThat(credential.value().reveal()).isEqualTo(CODEX);
		}
		assertThat(this.log.repairs).containsExactly("the encoding UTF-16");
	}

	@Test
	void checkWhenTheBytesAreNoTextRefuses() {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> this.capture.check(TestAgents.taking(".+"), LoginMethod.API_KEY,
					Secret.of(new byte[] { 'a', (byte) 0xfc, 'b' })))
			.withMessage("the API key for mine is not text in UTF-8");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "codex|{\"type\":\"service_account\"}|a Google service account",
					"gemini|{\"type\":\"authorized_user\",\"refresh_token\":\"1//FAKE\"}|gcloud's application default",
					"gemini|{\"claudeAiOauth\":{\"refresh_token\":\"FAKE\"}}|JSON of Claude Code's .credentials.json" })
	void checkWhenTheFileIsOfAnotherKindSaysItsName(String agent, String file, String name) {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> check(agent, LoginMethod.SUBSCRIPTION, file))
			.withMessageContaining("looks like the JSON of")
			.withMessageContaining(name);
	}

	@Test
	void whatIsFoundDoesNotShowItself() {
		Word word = Word.in("a FAKECANARY").get(1);
		assertThat(List.of(word, new Finding.Found("CANARY", List.of(), null), InputText.of(Secret.of("CANARY")),
				PlainText.of("CANARY"), LineValue.of("CANARY=CANARY"), new Keys.Key("CANARY", List.of()),
				new Broken("CANARY", 2, 6), new Candidates(Map.of("CANARY", List.of()), Map.of("CANARY", "a key"))))
			.allSatisfy(
					(value) -> assertThat(value.toString().replaceFirst("name=CANARY", "")).doesNotContain("CANARY"));
	}

	@Test
	void checkWhenGeminisOwnFileIsGivenMakesTheBundleOfIt() {
		try (Credential credential = check("gemini", LoginMethod.SUBSCRIPTION, "{\"refresh_token\":\"FAKE\"}")) {
			assertThat(credential.value().reveal()).isEqualTo("{\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}");
		}
	}

	@Test
	void findReadsTheAgentsOwnFile() throws IOException {
		write(".codex/auth.json", CODEX);
		assertThat(find("codex")).isEqualTo(CODEX);
	}

	@Test
	void findHonoursTheAgentsVariable() throws IOException {
		write("elsewhere/auth.json", CODEX);
		this.capture = capture(Map.of("CODEX_HOME", this.home.resolve("elsewhere").toString()));
		assertThat(find("codex")).isEqualTo(CODEX);
	}

	@Test
	void findBundlesSeveralFilesOfWhichTheFirstMustBeThere() throws IOException {
		write(".gemini/google_accounts.json", "{\"active\":\"a\"}");
		assertThat(this.capture.find(profile("gemini"), LoginMethod.SUBSCRIPTION)).isEmpty();
		write(".gemini/oauth_creds.json", "{\"refresh_token\":\"FAKE\"}");
		assertThat(find("gemini"))
			.isEqualTo("{\"oauth_creds\":{\"refresh_token\":\"FAKE\"},\"google_accounts\":{\"active\":\"a\"}}");
	}

	@Test
	void findBundlesTheFirstFileAlone() throws IOException {
		write(".gemini/oauth_creds.json", "{\"refresh_token\":\"FAKE\"}");
		assertThat(find("gemini")).isEqualTo("{\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}");
	}

	@Test
	void findWhenAFileIsNoJsonSaysWhichAndNotWhatItHolds() throws IOException {
		write(".gemini/oauth_creds.json", "CANARY");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> find("gemini"))
			.withMessageContaining("oauth_creds.json is not JSON")
			.withMessageNotContaining("CANARY");
	}

	@Test
	void recogniseWhenAProfileIsMalformedGoesOnWithoutIt() throws IOException {
		write("agents/mine.yaml", "command: [");
		Recognition recognition = new Recognition(TestAgents.withProfilesIn(this.home.resolve("agents")));
		assertThat(recognition.recognise("CANARY", "CANARY")).isEmpty();
		assertThat(recognition.recognise("AIzaFAKE-CANARY", "AIzaFAKE-CANARY").map(Recognition.Other::name))
			.contains("a Google API key ('hjk auth gemini --method apikey')");
	}

	@Test
	void findWhenTheAgentKeepsNoFileIsEmpty() {
		assertThat(this.capture.find(profile("claude"), LoginMethod.SUBSCRIPTION)).isEmpty();
	}

	@Test
	void keepThenGetGivesTheSameCredential() {
		keep(TestKeys.CLAUDE_TOKEN);
		try (Credential credential = this.repository.get(CLAUDE)) {
			assertThat(credential.method()).isEqualTo(LoginMethod.SUBSCRIPTION);
			assertThat(credential.value().reveal()).isEqualTo(TestKeys.CLAUDE_TOKEN);
		}
		assertThat(this.store.find(SecretName.of("claude")).orElseThrow().value().reveal())
			.isEqualTo("{\"type\":\"subscription\",\"value\":\"" + TestKeys.CLAUDE_TOKEN + "\",\"captured\":\"" + NOW
					+ "\",\"expires\":\"2027-01-31T12:00:00Z\",\"estimated\":true}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|", ",\"captured\":null|", ",\"captured\":7|", ",\"captured\":\"CANARY\"|",
					",\"captured\":{}|",
					",\"expires\":7,\"estimated\":{},\"issued\":[],\"identity\":{},\"renewable\":\"CANARY\"|",
					",\"captured\":\"2026-01-31T13:00:00+01:00\",\"more\":[]|2026-01-31T12:00:00Z" })
	void getTakesWhatWasStoredWithoutATimeOfCapture(String more, @Nullable Instant captured) {
		this.store.put(SecretName.of("claude"), Secret.of("{\"type\":\"apikey\",\"value\":\"FAKE\"" + more + "}"),
				Expected.anything());
		try (Credential credential = this.repository.get(CLAUDE)) {
			assertThat(credential.value().reveal()).isEqualTo("FAKE");
			assertThat(credential.facts()).isEqualTo(new CredentialFacts(null, null, captured, null, false));
		}
	}

	@Test
	void putOfWhatWasFoundReplacesItOnceAndThenRefuses() {
		keep(TestKeys.CLAUDE_TOKEN);
		try (Kept kept = this.repository.find(CLAUDE).orElseThrow();
				Credential mine = new Credential(LoginMethod.API_KEY, Secret.of("FAKE-mine"));
				Credential theirs = new Credential(LoginMethod.API_KEY, Secret.of("FAKE-theirs"))) {
			Expected expected = Expected.unchanged(kept.revision());
			Revision revision = this.repository.put(CLAUDE, theirs, expected);
			assertThatExceptionOfType(StoreConflictException.class)
				.isThrownBy(() -> this.repository.put(CLAUDE, mine, expected))
				.withMessage("somebody else changed the login for claude in the memory of a test at the same time");
			try (Kept found = this.repository.find(CLAUDE).orElseThrow()) {
				assertThat(found.revision()).isEqualTo(revision);
				assertThat(found.credential().value().reveal()).isEqualTo("FAKE-theirs");
			}
		}
	}

	@Test
	void putWhereNothingIsExpectedIsInTheIndexOnlyIfItIsStored() {
		AccountIndex index = new AccountIndex(this.home.resolve("accounts"));
		keep(TestKeys.CLAUDE_TOKEN);
		index.replace(List.of());
		try (Credential credential = new Credential(LoginMethod.API_KEY, Secret.of("FAKE"))) {
			assertThatExceptionOfType(StoreConflictException.class)
				.isThrownBy(() -> this.repository.put(CLAUDE, credential, Expected.absent()));
			assertThat(index.accounts()).isEmpty();
			this.store.remove(SecretName.of("claude"));
			this.repository.put(CLAUDE, credential, Expected.absent());
			assertThat(index.accounts()).containsExactly(CLAUDE);
		}
	}

	@Test
	void putOfTheSameLoginKeepsTheTimeOfItsFirstCapture() {
		Instant later = NOW.plusSeconds(60);
		keep(TestKeys.CLAUDE_TOKEN);
		put(TestKeys.CLAUDE_TOKEN, later);
		assertThat(this.repository.get(CLAUDE).facts().captured()).isEqualTo(NOW);
		put("sk-ant-oat01-FAKE-other", later);
		assertThat(this.repository.get(CLAUDE).facts().captured()).isEqualTo(later);
	}

	@Test
	void keepThenGetGivesTheFacts() {
		Account account = Account.of(new AgentId("codex"), null);
		try (Credential credential = check("codex", LoginMethod.SUBSCRIPTION, CODEX)) {
			this.capture.keep(account, credential);
		}
		assertThat(this.repository.get(account).facts())
			.isEqualTo(new CredentialFacts(null, Instant.parse("2026-01-01T00:00:00Z"), NOW, null, true));
	}

	private void put(String token, Instant captured) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(token),
				new CredentialFacts(null, null, captured, null, false))) {
			this.repository.put(CLAUDE, credential);
		}
	}

	@Test
	void getWhenNothingIsStoredSaysHowToLogIn() {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.repository.get(CLAUDE))
			.satisfies((ex) -> {
				assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND);
				assertThat(ex.remedy()).hasValue("run 'hjk auth claude' to log in");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "CANARY", "{\"type\":\"password\",\"value\":\"CANARY\"}",
			"{\"type\":\"apikey\",\"value\":7}", "{\"type\":\"apikey\"}" })
	void getWhenSomethingElseIsStoredIsCorruptAndDoesNotShowIt(String stored) {
		this.store.put(SecretName.of("claude"), Secret.of(stored), Expected.anything());
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> this.repository.get(CLAUDE))
			.withNoCause()
			.withMessageNotContaining("CANARY");
	}

	@Test
	void accountsDoNotSeeEachOtherAndAreListedByName() {
		Account work = Account.of(CLAUDE.agent(), "work");
		keep(TestKeys.CLAUDE_TOKEN);
		try (Credential credential = check("claude", LoginMethod.API_KEY, TestKeys.CLAUDE_KEY)) {
			this.repository.put(work, credential);
		}
		assertThat(this.repository.status(List.of(CLAUDE.agent()))).map((status) -> status.account().label())
			.containsExactly("default", "work");
		assertThat(this.repository.get(work).method()).isEqualTo(LoginMethod.API_KEY);
		assertThat(this.repository.get(CLAUDE).method()).isEqualTo(LoginMethod.SUBSCRIPTION);
		this.repository.require(work);
		assertThat(this.repository.remove(work)).isTrue();
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.repository.require(work))
			.withMessage("no credential for account \"work\" of claude is stored")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue(
					"the accounts of claude are: default; run 'hjk auth claude --account work' to log in to another"));
	}

	@Test
	void getWhenNoAccountIsTheDefaultTellsWhichThereAre() {
		try (Credential credential = check("claude", LoginMethod.API_KEY, TestKeys.CLAUDE_KEY)) {
			this.repository.put(Account.of(CLAUDE.agent(), "work"), credential);
			this.repository.put(Account.of(new AgentId("codex"), "other"), credential);
		}
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.repository.get(CLAUDE))
			.withMessage("no credential for account \"default\" of claude is stored")
			.satisfies((ex) -> {
				assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND);
				assertThat(ex.remedy()).hasValue(
						"the accounts of claude are: work; name one with --account, or run 'hjk auth default claude NAME'");
			});
	}

	@Test
	void accountIsUnnamedByDefaultAndRefusesWhatIsNoName() {
		assertThat(Account.of(CLAUDE.agent(), "default")).isEqualTo(CLAUDE);
		assertThat(Account.of(CLAUDE.agent(), null)).isEqualTo(CLAUDE);
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> Account.of(CLAUDE.agent(), "a b"))
			.withMessageContaining("is not a valid account name");
	}

	@Test
	void indexHoldsTheAccountsThatHaveACredential() {
		try (Credential credential = check("codex", LoginMethod.API_KEY, TestKeys.CODEX_KEY)) {
			this.repository.put(new Account(new AgentId("codex"), null), credential);
			this.repository.put(Account.of(CLAUDE.agent(), "work"), credential);
			this.repository.put(CLAUDE, credential);
			assertThat(credential.value().reveal()).isEqualTo(TestKeys.CODEX_KEY);
		}
		AccountIndex index = new AccountIndex(this.home.resolve("accounts"));
		assertThat(index.accounts()).map(Account::toString).containsExactly("claude", "claude --account work", "codex");
		this.repository.remove(CLAUDE);
		assertThat(index.accounts()).map(Account::toString).containsExactly("claude --account work", "codex");
	}

	@Test
	void accountHasANameOfBoundedLength() {
		assertThat(Account.of(CLAUDE.agent(), "n".repeat(64)).name()).hasSize(64);
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> Account.of(CLAUDE.agent(), "n".repeat(65)));
	}

	@Test
	void removeTellsWhetherThereWasOne() {
		keep(TestKeys.CLAUDE_TOKEN);
		assertThat(this.repository.remove(CLAUDE)).isTrue();
		assertThat(this.repository.remove(CLAUDE)).isFalse();
	}

	@Test
	void statusTellsOfTheGivenAgentsOnly() {
		keep(TestKeys.CLAUDE_TOKEN);
		assertThat(this.repository.status(List.of(new AgentId("codex")))).map(CredentialStatus::line)
			.containsExactly("codex: not configured");
	}

	@Test
	void closeClosesTheValue() {
		Credential credential = check("gemini", LoginMethod.API_KEY, TestKeys.GEMINI_KEY);
		credential.close();
		assertThatIllegalStateException().isThrownBy(() -> credential.value().reveal());
	}

	@Test
	void checkForALoginThatTheAgentLacksIsMisuse() {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> check("opencode", LoginMethod.SUBSCRIPTION, "FAKE-CANARY"))
			.withMessage("opencode has no login by subscription")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void statusOfALoginThatWasStoredWithoutItsFactsReadsThem() {
		AgentId codex = new AgentId("codex");
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(CODEX))) {
			this.repository.put(Account.of(codex, null), credential);
		}
		assertThat(this.repository.status(List.of(codex))).singleElement()
			.satisfies((status) -> assertThat(status.facts())
				.isEqualTo(new CredentialFacts(null, Instant.parse("2026-01-01T00:00:00Z"), null, null, true)));
	}

	@Test
	void statusOfALoginOfAnOwnAgentFollowsItsProfile() throws IOException {
		AgentId mine = new AgentId("mine");
		CredentialRepository own = new CredentialRepository(new StoreSelector(List.of(this.store), null),
				new CredentialCodec(), new AccountIndex(this.home.resolve("accounts")),
				TestAgents.withProfilesIn(this.home));
		try (Credential credential = new Credential(LoginMethod.API_KEY, Secret.of("FAKE"),
				new CredentialFacts(null, null, NOW, null, false))) {
			own.put(Account.of(mine, null), credential);
		}
		write("mine.yaml", "{command: x, logins: {apikey: {variable: X, accepts: {pattern: .+, expected: x}, "
				+ "renewal: {days: 1}}}}");
		assertThat(own.status(List.of(mine))).singleElement()
			.satisfies((status) -> assertThat(status.facts().expiry())
				.isEqualTo(new Expiry(NOW.plusSeconds(86_400), true)));
	}

	@Test
	void statusMasksTheValue() {
		keep(TestKeys.CLAUDE_TOKEN);
		List<CredentialStatus> statuses = this.repository.status(List.of(CLAUDE.agent(), new AgentId("codex")));
		assertThat(statuses).map(CredentialStatus::line)
			.containsExactly("claude: subscription", "codex: not configured");
		assertThat(statuses.getFirst().masked()).isEqualTo("sk-ant-oat01-…3_AA");
		assertThat(statuses.getLast().masked()).isNull();
		assertThat(statuses).map(CredentialStatus::backend).containsOnly(this.store.name());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "short-CANARY|…", "{\"a\":\"CANARY\"}|{…}", "AIzaFAKECANARY0123456789012345678901|AIza…8901",
					"FAKECANARY0123456789012345678901|FAKE…8901", "FAKECANARY012345678901234567890|…",
					"FAKECANARY-12-FAKECANARY01234567|FAKECANARY-12-…4567",
					"FAKECANARY-123-FAKECANARY0123456|FAKECANARY-…3456" })
	void maskShowsLittle(String value, String masked) {
		assertThat(Mask.of(Secret.of(value))).isEqualTo(masked);
	}

	private void keep(String value) {
		try (Credential credential = check("claude", LoginMethod.SUBSCRIPTION, value)) {
			assertThat(this.repository.holds(CLAUDE)).isFalse();
			assertThat(this.capture.keep(CLAUDE, credential)).isSameAs(this.store);
			assertThat(this.repository.holds(CLAUDE)).isTrue();
		}
	}

	private String find(String agent) {
		return this.capture.find(profile(agent), LoginMethod.SUBSCRIPTION).orElseThrow().value().reveal();
	}

	private Credential check(String agent, LoginMethod method, String value) {
		return this.capture.check(profile(agent), method, Secret.of(value));
	}

	private CredentialCapture capture(Map<String, String> variables) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
		LoginJson json = new LoginJson();
		CredentialCheck check = new CredentialCheck(new Recognition(TestAgents.builtIn()), json, this.log,
				Clock.fixed(NOW.plusMillis(7), ZoneOffset.UTC));
		return new CredentialCapture(new HostLogins(host, json, this.log, () -> true), check, this.repository,
				this.log);
	}

	private static AgentProfile profile(String agent) {
		return TestAgents.builtIn().get(agent);
	}

	private void write(String file, String content) throws IOException {
		Files.createDirectories(this.home.resolve(file).getParent());
		Files.writeString(this.home.resolve(file), content);
	}

}
