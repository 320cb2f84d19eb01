package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.vault.FakeVault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins in a team's Vault, by the profile that comes with the product.
 */
class VaultIntegrationTests {

	@TempDir
	Path folder;

	private FakeVault vault;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.vault = FakeVault.start();
		this.product = new Hjk(this.folder).without("HEADJACK_KEYRING_BACKEND")
			.with("VAULT_ADDR", this.vault.address())
			.with("VAULT_TOKEN", FakeVault.TOKEN);
	}

	@AfterEach
	void stopVault() {
		this.vault.close();
	}

	@Test
	void aLoginIsKeptFoundAndForgotten() throws IOException {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		assertThat(quiet(this.product.piped(login.secret(), login.auth("--profile", "vault", "--debug"))))
			.contains("Credentials stored securely.", "Backend: vault");
		assertThat(this.vault.requests()).contains("POST v1/secret/data/headjack/claude-credential");
		assertThat(quiet(hjk("auth", "status"))).containsPattern("claude +default \\* +api key +vault ");
		assertThat(quiet(hjk("auth", "claude", "--status"))).contains("claude: api key");
		quiet(hjk("auth", "remove", "claude"));
		assertThat(quiet(hjk("auth", "claude", "--status"))).contains("claude: not configured");
		Canary.assertAbsentBelow(this.product.home());
	}

	@Test
	void aTokenThatIsRefusedIsToldAndNotShown() {
		this.product.with("VAULT_TOKEN", FakeVault.TOKEN + "-of-another");
		Hjk.Result result = hjk("auth", "status");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.errors()).contains("error: ", "hint: ").doesNotContain(FakeVault.TOKEN);
	}

	private Hjk.Result hjk(String... words) {
		String[] all = new String[words.length + 3];
		System.arraycopy(words, 0, all, 3, words.length);
		all[0] = "--profile";
		all[1] = "vault";
		all[2] = "--debug";
		return this.product.hjk(all);
	}

	private static String quiet(Hjk.Result result) {
		Canary.assertAbsent(result.errors());
		Canary.assertAbsent(result.output());
		assertThat(result.errors()).doesNotContain(FakeVault.TOKEN);
		return result.done();
	}

}
