package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins as they lie on disks, taken by the product and judged by the agents.
 */
class LoginFilesIntegrationTests extends InstanceTestBase {

	private static final SampleLogin CODEX = SampleLogin.of("codex", "subscription");

	private Path auth;

	@BeforeEach
	void makeFolder() throws IOException {
		this.auth = Files.createDirectories(this.product.home().resolve(".codex")).resolve("auth.json");
	}

	@AfterEach
	void assertNothingLeaks() {
		assertThat(this.product.hjk("auth", "status").done()).doesNotContain(Canary.MARK);
	}

	@Test
	void fileOfAWindowsShellIsALoginToTheAgent() throws IOException {
		Files.write(this.auth, ("\uFEFF" + CODEX.secret().replace(",", ",\r\n")).getBytes(StandardCharsets.UTF_16LE));
		assertThat(take().errors()).contains("Found existing subscription credentials in " + this.auth);
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(CODEX.ask("feat/x", "a")).done();
		assertThat(this.product.log("feat/x", "a")).contains(CODEX.answer());
	}

	@Test
	void fileThatIsNoLoginIsNamedWithTheRemedy() throws IOException {
		take("codex").assertFailed(1, "codex is not logged in: there is no " + this.auth, "run 'codex login'");
		Files.writeString(this.auth, "{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-" + Canary.MARK + "\"}");
		take("codex").assertFailed(1, this.auth + " holds an API key", "hjk auth codex --method apikey");
		Files.writeString(this.auth, CODEX.secret().replaceAll("\"id_token\":\"[^\"]*\",", ""));
		take("codex").assertFailed(1, "lacks tokens.id_token", "run 'codex login'");
		Files.writeString(this.auth, CODEX.secret() + " ".repeat(1024 * 1024));
		take("codex").assertFailed(1, "is too large: 1.0 MiB", "run 'codex login'");
		Files.delete(this.auth);
		this.product.tool("mkfifo", this.auth.toString());
		take("codex").assertFailed(1, "is a pipe, a socket or a device", "run 'codex login'");
		Files.delete(this.auth);
		Files.createSymbolicLink(this.auth, Path.of("/nope"));
		take("codex").assertFailed(1, "is a link to /nope, which does not exist", "run 'codex login'");
	}

	@Test
	void loginThatIsElsewhereIsNamedWithItsPlace() throws IOException {
		Files.writeString(this.auth.resolveSibling("config.toml"), "cli_auth_credentials_store = \"keyring\"\n");
		take("codex").assertFailed(1, "keeps its login in the keyring", "cli_auth_credentials_store = \"file\"");
		Files.writeString(this.auth, CODEX.secret().replace("2026-11-01", "2025-11-01"));
		assertThat(take().errors().lines().filter((line) -> line.startsWith("warning: "))).hasSize(2)
			.anySatisfy((line) -> assertThat(line).contains("was last renewed on 2025-11-01"))
			.anySatisfy((line) -> assertThat(line).contains("keyring", "may not be the login in use"));
		Path gemini = Files.createDirectories(this.product.home().resolve(".gemini"));
		Files.writeString(gemini.resolve("gemini-credentials.json"), Canary.MARK);
		take("gemini").assertFailed(1, "keeps its login encrypted", "GEMINI_FORCE_ENCRYPTED_FILE_STORAGE");
		Path claude = Files.createDirectories(this.product.home().resolve(".claude"));
		Files.writeString(claude.resolve(".credentials.json"),
				"{\"claudeAiOauth\":{\"accessToken\":\"" + Canary.MARK + "\"}}");
		take("claude").assertFailed(1, "claude is logged in, but by a token", "run 'claude setup-token'");
	}

	@Test
	void variableThatNamesNoFolderGivesNoOtherLogin() throws IOException {
		Files.writeString(this.auth, CODEX.secret());
		Files.createDirectories(this.product.repository().resolve("work"));
		for (String value : List.of("~/.codex", "/absent", "absent")) {
			this.product.with("CODEX_HOME", value);
			take("codex").assertFailed(1, "CODEX_HOME names the folder ", "set CODEX_HOME to");
		}
		this.product.with("CODEX_HOME", "work/");
		take("codex").assertFailed(1, "there is no " + this.product.repository().resolve("work/auth.json"), "codex");
		assertThat(this.product.hjk("auth", "codex", "--status").done()).isEqualTo("codex: not configured\n");
		this.product.with("CODEX_HOME", "");
		assertThat(take().errors()).contains("in " + this.auth);
	}

	@Test
	void fileThatTheUserMayNotReadIsNamed(@TempDir Path scratch) throws IOException {
		Hjk theirs = new Hjk(scratch, OrdinaryUser.forTestsIn(scratch));
		Path file = Files.createDirectories(theirs.home().resolve(".codex")).resolve("auth.json");
		Files.writeString(file, CODEX.secret());
		Files.setPosixFilePermissions(file, Set.of());
		theirs.hjk("auth", "codex", "--method", "subscription")
			.assertFailed(1, file + " cannot be read by you", "run 'codex login'");
	}

	private Hjk.Result take() {
		Hjk.Result result = take("codex");
		assertThat(result.code()).as(result.errors()).isZero();
		return result;
	}

	private Hjk.Result take(String agent) {
		Hjk.Result result = this.product.hjk("auth", agent, "--method", "subscription");
		assertThat(result.errors()).doesNotContain(Canary.MARK);
		return result;
	}

}
