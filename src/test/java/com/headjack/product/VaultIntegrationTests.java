package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.vault.OpenBao;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins in a team's Vault, by the profile that comes with the product; the server is a
 * real one, whose certificate a private authority has signed.
 */
class VaultIntegrationTests {

	private static final String KEY = "headjack/claude-credential";

	@TempDir
	private static Path server;

	private static OpenBao vault;

	@TempDir
	Path folder;

	private String token;

	private Hjk product;

	@BeforeAll
	static void startVault() throws IOException {
		vault = OpenBao.startWithTls(server);
	}

	@AfterAll
	static void stopVault() {
		vault.close();
	}

	@BeforeEach
	void setUp() throws IOException {
		this.token = vault.token();
		this.product = new Hjk(this.folder, World.of(this)).without("HEADJACK_KEYRING_BACKEND")
			.with("VAULT_ADDR", vault.address())
			.with("VAULT_CACERT", vault.authority().toString())
			.with("VAULT_TOKEN", this.token);
	}

	@AfterEach
	void forget() {
		vault.unseal();
		vault.forget(KEY);
	}

	@Test
	void aLoginIsKeptFoundAndForgotten() throws IOException {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		assertThat(quiet(this.product.piped(login.secret(), login.auth("--profile", "vault", "--debug"))))
			.contains("Credentials stored securely.", "Backend: vault");
		assertThat(vault.read(KEY).path("value").asString()).contains(login.secret().strip());
		assertThat(quiet(hjk("auth", "status"))).containsPattern("claude +default \\* +API key +vault ");
		assertThat(quiet(hjk("auth", "claude", "--status"))).contains("claude: API key");
		quiet(hjk("auth", "remove", "claude"));
		assertThat(quiet(hjk("auth", "claude", "--status"))).contains("claude: not configured");
		Canary.assertAbsentBelow(this.product.home());
	}

	@Test
	void aTokenThatIsRefusedIsToldAndNotShown() {
		this.product.with("VAULT_TOKEN", this.token + "-of-another");
		assertFailure(hjk("auth", "status"), "does not accept the token", "vault login");
	}

	@Test
	void aSealedVaultIsToldWithTheRemedy() {
		vault.seal();
		assertFailure(hjk("auth", "status"), "is sealed", "unseal");
	}

	@Test
	void anAuthorityThatIsNotNamedIsTold() {
		this.product.without("VAULT_CACERT");
		assertFailure(hjk("auth", "status"), "could not be trusted", "VAULT_CACERT");
	}

	private void assertFailure(Hjk.Result result, String problem, String hint) {
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.errors()).contains("error: ", problem, "hint: ", hint).doesNotContain(this.token);
	}

	private Hjk.Result hjk(String... words) {
		String[] all = new String[words.length + 3];
		System.arraycopy(words, 0, all, 3, words.length);
		all[0] = "--profile";
		all[1] = "vault";
		all[2] = "--debug";
		return this.product.hjk(all);
	}

	private String quiet(Hjk.Result result) {
		Canary.assertAbsent(result.errors());
		Canary.assertAbsent(result.output());
		assertThat(result.errors()).doesNotContain(this.token);
		return result.done();
	}

}
