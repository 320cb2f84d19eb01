package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentCatalog;
import com.headjack.secret.Secret;
import com.headjack.credential.Credential;
import com.headjack.credential.Account;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.TestCaptures;
import com.headjack.credential.TestKeys;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.terminal.Output;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthDialogTests {

	private static final long OTHER = System.currentTimeMillis();

	private static final long OLD = OTHER - 1000;

	private static final long NEW = OTHER + 1000;

	private static final String KEY = TestKeys.CLAUDE_KEY;

	@TempDir
	Path home;

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private final InMemorySecretStore store = new InMemorySecretStore();

	private final AgentCatalog catalog = TestAgents.builtIn();

	@Test
	void obtainAsksForTheMethodAndThenForTheKey() {
		assertThat(obtain("claude", "2", KEY)).isEqualTo("API key " + KEY);
		assertThat(said()).isEqualTo("""
				Configure claude authentication

				Authentication method:
				  1. Subscription (uses CLAUDE_CODE_OAUTH_TOKEN)
				  2. API Key (uses ANTHROPIC_API_KEY)
				? Enter choice (1-2):\s
				Enter your claude API key.
				? API key:\s
				""");
	}

	@Test
	void obtainWhenThereIsOneLoginAsksForNoMethod() {
		assertThat(obtain("opencode", KEY)).isEqualTo("API key " + KEY);
		assertThat(said()).doesNotContain("choice");
	}

	@Test
	void obtainWhenTheAgentHasALoginTakesIt() throws IOException {
		Files.createDirectories(this.home.resolve(".gemini"));
		Files.writeString(this.home.resolve(".gemini/oauth_creds.json"), "{\"refresh_token\":\"FAKE\"}");
		assertThat(obtain("gemini", "1")).startsWith("subscription {\"oauth_creds\"");
		assertThat(said()).doesNotContain("Paste");
	}

	@Test
	void obtainWhenAnAnswerIsWrongAsksThreeTimesAndDoesNotShowIt() {
		assertThat(obtain("claude", "3", "2", "FAKE-CANARY", "FAKE-CANARY", KEY)).isEqualTo("API key " + KEY);
		assertThat(said()).contains("\"3\" is not a choice: enter 1 or 2")
			.contains("does not look like one: expected an Anthropic API key, which starts with sk-ant-api")
			.doesNotContain("CANARY");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> obtain("claude", "2", "FAKE-CANARY", "FAKE-CANARY", "FAKE-CANARY"))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void obtainWhenAKeyIsInPlaceOfTheChoiceDoesNotQuoteIt() {
		assertThat(obtain("claude", KEY, "2", KEY)).isEqualTo("API key " + KEY);
		assertThat(said()).contains("that is not a choice: enter 1 or 2").doesNotContain("CANARY");
	}

	@Test
	void obtainWhenTheLoginIsElsewhereSaysWhereAndAsks() throws IOException {
		Files.createDirectories(this.home.resolve(".claude"));
		Files.writeString(this.home.resolve(".claude/.credentials.json"), "{\"accessToken\":\"CANARY\"}");
		assertThat(obtain("claude", "1", TestKeys.CLAUDE_TOKEN)).startsWith("subscription ");
		assertThat(said()).contains("claude is logged in, but by a token", "Paste your credential")
			.doesNotContain("CANARY");
	}

	@Test
	void obtainWhenTheAgentsOwnLoginIsNewerOffersIt() throws IOException {
		stored(OLD);
		own(NEW);
		assertThat(obtain("gemini", "y")).contains("\"expiry_date\":" + NEW);
		assertThat(said())
			.contains("? The login in " + this.home.resolve(".gemini/oauth_creds.json")
					+ " is newer than the stored one. Take it? (y/N)")
			.doesNotContain("choice", "CANARY");
	}

	@Test
	void obtainWhenTheNewerLoginIsNotWantedAsksForAnother() throws IOException {
		stored(OLD);
		own(NEW);
		assertThat(obtain("gemini", "n", "1", login(OTHER))).contains("\"expiry_date\":" + OTHER);
		assertThat(said()).contains("Paste your credential").doesNotContain("CANARY", "not found");
	}

	@Test
	void obtainWhenTheAgentHasNoLoginSaysSo() {
		assertThat(obtain("gemini", "1", login(OTHER))).contains("\"expiry_date\":" + OTHER);
		assertThat(said()).contains("Gemini CLI credentials not found.\nTo authenticate");
		assertThat(obtain("claude", "1", TestKeys.CLAUDE_TOKEN)).startsWith("subscription ");
		assertThat(said()).doesNotContain("Claude Code credentials");
	}

	@Test
	void obtainWhenTheAgentsOwnLoginIsOlderAsksWhetherToTakeIt() throws IOException {
		stored(NEW);
		own(OLD);
		assertThat(obtain("gemini", "1", "y")).contains("\"expiry_date\":" + OLD);
		assertThat(said()).contains("is older than the stored one. Take it?").doesNotContain("warning");
	}

	@Test
	void obtainWhenTheOlderLoginIsNotWantedEndsAtOnce() throws IOException {
		stored(NEW);
		own(OLD);
		for (String answer : List.of("n", "")) {
			assertThat(obtain("gemini", "1", answer)).isEqualTo("nothing");
			assertThat(said()).endsWith("Take it? (y/N) \nKept the stored login of gemini\n")
				.doesNotContain("not found", "Paste");
		}
	}

	@Test
	void obtainWhenAnOlderLoginIsPastedTakesItWithAWarning() {
		stored(NEW);
		assertThat(obtain("gemini", "1", login(OLD))).contains("\"expiry_date\":" + OLD);
		assertThat(said()).endsWith("warning: this login is older than the stored one, which it replaces\n");
	}

	private void own(long date) throws IOException {
		Files.createDirectories(this.home.resolve(".gemini"));
		Files.writeString(this.home.resolve(".gemini/oauth_creds.json"), login(date));
	}

	private void stored(long date) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(), Set.of());
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION,
				Secret.of("{\"oauth_creds\":" + login(date) + "}"))) {
			TestCaptures.of(host, this.catalog, new StoreSelector(List.of(this.store), null))
				.keep(new Account(new AgentId("gemini"), null), credential);
		}
	}

	private static String login(long date) {
		return "{\"refresh_token\":\"FAKE-CANARY\",\"expiry_date\":%s}".formatted(date);
	}

	private String obtain(String agent, String... answers) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(), Set.of());
		StoreSelector selector = new StoreSelector(List.of(this.store), null);
		Output output = Output.of(new ByteArrayOutputStream(), this.messages);
		AuthDialog dialog = new AuthDialog(TestCaptures.of(host, this.catalog, selector),
				TestCaptures.copies(host, this.catalog, selector),
				new ScriptedDialog(List.of(answers).iterator(), output), output);
		StringBuilder taken = new StringBuilder();
		boolean obtained = dialog.obtain(this.catalog.get(agent), new Account(new AgentId(agent), null),
				Optional.<LoginMethod>empty(),
				(credential) -> taken.append(credential.method()).append(' ').append(credential.value().reveal()));
		assertThat(obtained).isEqualTo(!taken.isEmpty());
		return obtained ? taken.toString() : "nothing";
	}

	private String said() {
		return this.messages.toString(StandardCharsets.UTF_8);
	}

}
