package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several accounts of one agent: bound to repositories, renamed and removed.
 */
@InWorld(World.RESIDENT)
class AccountsIntegrationTests extends InstanceTestBase {

	private static final SampleLogin CODEX = SampleLogin.of("codex", "apikey");

	private Path configuration;

	@BeforeEach
	void logIn() {
		this.configuration = this.product.home().resolve(".config/headjack/config.yaml");
		this.product.piped(CODEX.secret("-private"), CODEX.auth()).done();
		this.product.piped(CODEX.secret("-work"), CODEX.auth("--account", "work")).done();
	}

	@Test
	void accountOfTheRepositoryIsUsedByTheSessionAndShown() throws IOException {
		assertThat(this.product.hjk("auth", "default", "codex", "work", "--here").done())
			.matches("(?s)codex uses account \"work\" in repository \\S+-[0-9a-f]{8} unless you name another\n");
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("agent", "feat/x", "codex", "-d", "--name", "a", "--", "login", "status").done();
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("ACCOUNT")
			.containsPattern("a +codex .* work\n")
			.contains("note: codex uses account \"work\" in this repository");
		assertThat(this.product.hjk("ps", "feat/x", "-o", "json").done()).contains("\"account\" : \"work\"");
		assertThat(this.product.hjk("auth", "status").done()).containsPattern("codex +work +\\S+-[0-9a-f]{8} \\*\n");
		Path inside = this.product.worktree("feat~x");
		assertThat(this.product.in(inside, "auth", "status", "-o", "json").done()).containsSubsequence(
				"\"account\" : \"default\"", "\"here\" : false", "\"account\" : \"work\"", "\"here\" : true");
		assertThat(this.product.in(Path.of("/"), "auth", "status").done()).doesNotContain("] *");
	}

	@ParameterizedTest
	@ValueSource(strings = { "claude", "codex", "gemini" })
	void otherMethodLeavesNothingOfTheFormer(String agent) {
		this.product.hjk("run", "feat/x").done();
		for (List<String> step : List.of(List.of("a", "apikey", "subscription"), List.of("b", "subscription", "apikey"),
				List.of("c", "apikey", "subscription"))) {
			SampleLogin login = SampleLogin.of(agent, step.get(1));
			this.product.piped(marked(login), login.auth()).done();
			this.product.hjk(login.start("feat/x", step.getFirst(), "--", "--version")).done();
			assertThat(this.product.log("feat/x", step.getFirst())).containsPattern("\\d+\\.\\d+\\.\\d+");
			Hjk.Result search = this.product.hjk("exec", "feat/x", "--no-mux", "--", "grep", "-rlFe", mark(step.get(2)),
					"/home/agent", "/run/headjack");
			assertThat(search.output()).isEmpty();
			assertThat(search.code()).isOne();
		}
	}

	private static String mark(String method) {
		return "-FAKE-" + method;
	}

	private static String marked(SampleLogin login) {
		return login.secret().startsWith("{") ? login.secret().replace(Canary.MARK, Canary.MARK + mark(login.method()))
				: login.secret(mark(login.method()));
	}

	@Test
	void repositoryThatIsUnboundUsesTheDefault() {
		this.product.hjk("auth", "default", "codex", "work", "--here").done();
		assertThat(this.product.hjk("auth", "default", "codex", "--here", "--unset").done()).startsWith("Unset ");
		assertThat(this.product.hjk("auth", "default", "codex", "--here", "--unset").done()).startsWith("No account ");
		assertThat(this.product.hjk("auth", "status").done()).doesNotContain("REPOSITORY");
		this.product.hjk("auth", "default", "codex").assertFailed(2, "ACCOUNT is missing", "--unset");
		this.product.hjk("auth", "default", "codex", "work", "--unset").assertFailed(2, "takes no account", "usage");
		this.product.in(Path.of("/"), "auth", "default", "codex", "work", "--here")
			.assertFailed(4, "not a git repository", "git init");
		this.product.hjk("auth", "default", "codex", "nope", "--here").assertFailed(3, "\"nope\"", "hjk auth codex");
	}

	@Test
	void renameTakesTheDefaultTheRepositoriesAndTheRunningSessionsAlong() throws IOException {
		this.product.hjk("auth", "default", "codex", "work", "--here").done();
		this.product.hjk("auth", "default", "codex", "work").done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(CODEX.start("feat/x", "a")).done();
		assertThat(this.product.hjk("auth", "rename", "codex", "work", "acme").done())
			.isEqualTo("Renamed account \"work\" of codex to \"acme\"\n");
		assertThat(Files.readString(this.configuration)).contains("account: acme").doesNotContain("work");
		assertThat(this.product.hjk("auth", "status").done()).contains("acme *").doesNotContain("work  ");
		assertThat(this.product.hjk("ps", "feat/x", "-o", "json").done())
			.containsSubsequence("\"status\" : \"running\"", "\"account\" : \"acme\"");
		this.product.hjk(CODEX.start("feat/x", "b")).done();
		this.product.hjk("auth", "rename", "codex", "acme", "default").assertFailed(1, "already", "hjk auth remove");
		this.product.hjk("auth", "rename", "codex", "work", "other").assertFailed(3, "\"work\"", "hjk auth codex");
		this.product.hjk("auth", "rename", "codex", "acme", "a b").assertFailed(2, "not a valid account name", "64");
	}

	@Test
	void removeTellsOfTheRepositoriesThatWereBound() throws IOException {
		this.product.hjk("auth", "default", "codex", "work", "--here").done();
		this.product.hjk("auth", "default", "codex", "work").done();
		assertThat(this.product.hjk("auth", "remove", "codex", "--account", "work").done()).containsSubsequence(
				"Removed the credential for account \"work\" of codex",
				"It was the default of codex; account \"default\" is the default now",
				" was bound to it, and uses the default of codex now");
		assertThat(Files.readString(this.configuration)).doesNotContain("work");
		assertThat(this.product.hjk("auth", "codex", "--status").done()).isEqualTo("codex: API key\n");
	}

	@Test
	void accountsWithoutADefaultAreNamedWhereOneIsNeeded() {
		this.product.piped(CODEX.secret("-acme"), CODEX.auth("--account", "acme")).done();
		assertThat(this.product.hjk("auth", "remove", "codex").done()).isEqualTo("""
				Removed the credential for codex
				It was the default of codex, which has none now: 'hjk auth default codex NAME' sets one of acme, work
				""");
		String remedy = "the accounts of codex are: acme, work; name one with --account, or run 'hjk auth default codex NAME'";
		this.product.hjk("run", "feat/x", "--agent", "codex", "-d")
			.assertFailed(3, "no credential for account \"default\" of codex is stored", remedy);
		Hjk.Result status = this.product.hjk("auth", "codex", "--status");
		assertThat(status.done()).isEqualTo("codex: not configured (account \"default\")\n");
		assertThat(status.errors()).isEqualTo("hint: " + remedy + "\n");
		assertThat(this.product.hjk("auth", "status").errors())
			.isEqualTo("hint: no account of codex is the default: 'hjk auth default codex NAME' sets one\n");
	}

	@Test
	void mistypedAccountIsToldWithTheNearest() {
		String near = "did you mean \"work\"? the accounts of codex are: default, work";
		this.product.hjk("run", "feat/x", "--agent", "codex", "--account", "wrok", "-d")
			.assertFailed(3, "no credential for account \"wrok\" of codex is stored", near);
		this.product.hjk("auth", "default", "codex", "wrok").assertFailed(3, "account \"wrok\" of codex", near);
		this.product.hjk("auth", "rename", "codex", "wrok", "acme").assertFailed(3, "account \"wrok\" of codex", near);
		Hjk.Result removed = this.product.hjk("auth", "remove", "codex", "--account", "wrok");
		assertThat(removed.done()).isEqualTo("No credential for account \"wrok\" of codex was stored\n");
		assertThat(removed.errors()).isEqualTo("hint: " + near + "\n");
		this.product.hjk("auth", "stauts")
			.assertFailed(2, "unknown agent \"stauts\"", "did you mean 'hjk auth status'?");
	}

	@Test
	void accountThatIsNotThereStopsTheSessionAndIsToldByStatusAndDoctor() throws IOException {
		this.product.hjk("auth", "default", "codex", "work", "--here").done();
		Files.writeString(this.configuration, Files.readString(this.configuration).replace("work", "gone"));
		this.product.hjk("run", "feat/x", "--agent", "codex", "-d").assertFailed(3, "\"gone\"", "--account gone");
		assertThat(this.product.hjk("auth", "status").errors()).contains("is bound to account \"gone\" of codex");
		assertThat(this.product.hjk("doctor").output()).contains("is bound to account \"gone\" of codex");
		Files.writeString(this.configuration, "agents: {codex: {repositories: {here: work}}}\n");
		this.product.hjk("auth", "status")
			.assertFailed(1, "config.yaml:1:32: invalid repository ID \"here\" in agents.codex.repositories",
					"use ID=");
	}

}
