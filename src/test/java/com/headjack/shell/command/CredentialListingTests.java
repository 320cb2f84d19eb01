package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.CredentialFacts;
import com.headjack.credential.CredentialStatus;
import com.headjack.credential.Expiry;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.HostCopy;
import com.headjack.credential.Succession;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.terminal.Output;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialListingTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private static final CredentialStatus NOTHING = status("opencode", null, null, CredentialFacts.unknown());

	private static final HostEnvironment HOST = new HostEnvironment(OperatingSystem.LINUX, Path.of("/"), Path.of("/"),
			Map.of(), Set.of());

	private final ByteArrayOutputStream results = new ByteArrayOutputStream();

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private final Output output = Output.of(this.results, this.messages);

	private final CredentialListing listing = new CredentialListing(new AccountChoice(TestAgents.configured(Map.of())),
			new WorkingRepository(HOST), new ExpiryWatch(TestAgents.builtIn(), Clock.fixed(NOW, ZoneOffset.UTC)),
			this.output);

	@Test
	void tableWithoutAnEndHasNoColumnForIt() {
		this.listing.print(List.of(status("claude", null, LoginMethod.API_KEY, CredentialFacts.unknown()), NOTHING),
				Map.of(), false);
		assertThat(results()).isEqualTo("""
				AGENT      ACCOUNT     METHOD           BACKEND   CREDENTIAL
				claude     default *   API key          memory    FAKE…
				opencode   -           not configured   -         -
				""");
		assertThat(this.messages.size()).isZero();
	}

	@Test
	void tableTellsEachEndAndWarnsOfThoseThatMatter() {
		this.listing.print(List.of(status("claude", null, facts("P361D", true, false)),
				status("claude", "work", facts("P3D", true, false)), status("gemini", null, facts("PT3H", false, true)),
				status("codex", null, facts("-P2D", false, true)), status("codex", "a", facts("-P2D", false, false)),
				status("mine", null, facts("-P2D", false, false)), NOTHING), Map.of(), false);
		assertThat(results()).isEqualTo("""
				AGENT      ACCOUNT     METHOD           BACKEND   CREDENTIAL   EXPIRY
				claude     default *   subscription     memory    FAKE…        ~ 361 d
				claude     work        subscription     memory    FAKE…        ~ 3 d
				gemini     default *   subscription     memory    FAKE…        expires in 3 h, renews itself
				codex      default *   subscription     memory    FAKE…        expired 2 d ago, renews itself
				codex      a           subscription     memory    FAKE…        expired 2 d ago
				mine       default *   subscription     memory    FAKE…        expired 2 d ago
				opencode   -           not configured   -         -            -
				""");
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).isEqualTo(
				"""
						warning: the login of claude (account "work") expires in about 3 d: run 'claude setup-token', then 'hjk auth claude --account work'
						warning: the login of codex (account "a") expired 2 d ago: run 'codex login', then 'hjk auth codex --account a'
						warning: the login of mine expired 2 d ago: run 'hjk auth mine'
						""");
	}

	@Test
	void hintTellsWhichAgentsHaveNoDefault() {
		this.listing.print(List.of(status("claude", "work", CredentialFacts.unknown()),
				status("codex", "acme", CredentialFacts.unknown()), status("codex", "work", CredentialFacts.unknown()),
				status("gemini", null, CredentialFacts.unknown()), status("gemini", "work", CredentialFacts.unknown()),
				NOTHING), Map.of(), false);
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).isEqualTo("""
				hint: no account of claude is the default: 'hjk auth default claude NAME' sets one
				hint: no account of codex is the default: 'hjk auth default codex NAME' sets one
				""");
	}

	@Test
	void tableOfBoundRepositoriesFollowsWithTheirAccounts() {
		bound().print(
				List.of(status("claude", null, LoginMethod.API_KEY, CredentialFacts.unknown()),
						status("claude", "work", LoginMethod.API_KEY, CredentialFacts.unknown()), NOTHING),
				Map.of(), false);
		assertThat(results()).isEqualTo("""
				AGENT      ACCOUNT     METHOD           BACKEND   CREDENTIAL
				claude     default *   API key          memory    FAKE…
				claude     work        API key          memory    FAKE…
				opencode   -           not configured   -         -

				AGENT    ACCOUNT   REPOSITORY
				claude   gone      api-00000001
				claude   work      web-1f0c3a5e
				""");
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).startsWith(
				"warning: repository api-00000001 is bound to account \"gone\" of claude, which is not logged in: ");
	}

	@Test
	void jsonTellsTheRepositoriesOfAnAccount() {
		bound().print(List.of(status("claude", null, LoginMethod.API_KEY, CredentialFacts.unknown()),
				status("claude", "work", LoginMethod.API_KEY, CredentialFacts.unknown())), Map.of(), true);
		assertThat(results()).containsSubsequence("\"default\" : true", "\"here\" : true", "\"repositories\" : [ ]",
				"\"default\" : false", "\"here\" : false", "\"repositories\" : [ \"web-1f0c3a5e\" ]");
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).contains("api-00000001");
	}

	@Test
	void agentsOwnLoginIsToldIfItDiffers() {
		CredentialStatus codex = status("codex", null, CredentialFacts.unknown());
		for (Succession succession : Succession.values()) {
			HostCopy copy = new HostCopy(codex.account(), Path.of("/home/ada/.codex/auth.json"), succession);
			this.listing.print(List.of(codex), Map.of(codex.account(), copy), false);
			this.listing.print(List.of(codex), Map.of(codex.account(), copy), true);
		}
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).isEqualTo(
				"""
						hint: the login of codex in /home/ada/.codex/auth.json is newer than the stored one: run 'hjk auth codex --refresh' to take it
						hint: the stored login of codex is newer than that in /home/ada/.codex/auth.json: run 'hjk auth export codex' to write it there
						""");
		assertThat(results()).containsSubsequence("\"host\" : \"newer\"", "\"host\" : \"same\"", "\"host\" : \"older\"",
				"\"host\" : \"other\"", "\"host\" : null");
	}

	private CredentialListing bound() {
		return new CredentialListing(
				new AccountChoice(TestAgents.configured(Map.of("agents.claude.repositories.web-1f0c3a5e", "work",
						"agents.claude.repositories.api-00000001", "gone"))),
				new WorkingRepository(HOST), new ExpiryWatch(TestAgents.builtIn(), Clock.fixed(NOW, ZoneOffset.UTC)),
				this.output);
	}

	@Test
	void jsonTellsTimesAndWhatIsNotKnown() {
		this.listing.print(List.of(status("codex", null,
				new CredentialFacts(new Expiry(NOW.plusSeconds(1), true), NOW.minusSeconds(1), NOW, "acct-FAKE", true)),
				status("gemini", null, CredentialFacts.unknown())), Map.of(), true);
		assertThat(results()).containsSubsequence("\"expires\" : \"2026-01-31T12:00:01Z\"", "\"estimated\" : true",
				"\"renewable\" : true", "\"issued\" : \"2026-01-31T11:59:59Z\"",
				"\"captured\" : \"2026-01-31T12:00:00Z\"", "\"identity\" : \"acct-FAKE\"", "\"expires\" : null",
				"\"estimated\" : false", "\"renewable\" : false", "\"identity\" : null");
	}

	private String results() {
		this.output.flush();
		return this.results.toString(StandardCharsets.UTF_8);
	}

	private static CredentialFacts facts(String left, boolean estimated, boolean renewable) {
		return new CredentialFacts(new Expiry(NOW.plus(Duration.parse(left)), estimated), null,
				NOW.minus(Duration.ofDays(365)), null, renewable);
	}

	private static CredentialStatus status(String agent, @Nullable String account, CredentialFacts facts) {
		return status(agent, account, LoginMethod.SUBSCRIPTION, facts);
	}

	private static CredentialStatus status(String agent, @Nullable String account, @Nullable LoginMethod method,
			CredentialFacts facts) {
		return new CredentialStatus(Account.of(new AgentId(agent), account), "memory", method,
				(method != null) ? "FAKE…" : null, facts);
	}

}
