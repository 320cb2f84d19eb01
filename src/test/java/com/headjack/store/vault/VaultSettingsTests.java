package com.headjack.store.vault;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import com.headjack.configuration.Preferences;
import com.headjack.store.Probe;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultSettingsTests {

	private static VaultSettings settings(Map<String, String> properties, Map<String, String> variables) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(properties)));
		return VaultSettings.of(VaultAccess.host(variables), new Preferences(environment));
	}

	@Test
	void ofWhenNothingIsConfiguredTakesVaultsVariables() {
		VaultSettings settings = settings(Map.of(), Map.of("VAULT_ADDR", "https://vault.example:8200/",
				"VAULT_NAMESPACE", "team", "VAULT_CACERT", "/authority.pem"));
		assertThat(settings.server()).hasToString("https://vault.example:8200");
		assertThat(settings).isEqualTo(new VaultSettings("https://vault.example:8200/", "secret", "headjack", "team",
				"token", Path.of("/authority.pem")));
	}

	@Test
	void ofWhenConfiguredGoesBeforeVaultsVariables() {
		VaultSettings settings = settings(
				Map.of("vault.address", "http://127.0.0.1:8200/vault", "vault.mount", "/kv/team/", "vault.path", "a/b/",
						"vault.namespace", "mine", "vault.auth", "approle"),
				Map.of("VAULT_ADDR", "https://vault.example", "VAULT_NAMESPACE", "theirs"));
		assertThat(settings.server()).hasToString("http://127.0.0.1:8200/vault");
		assertThat(settings)
			.isEqualTo(new VaultSettings("http://127.0.0.1:8200/vault", "kv/team", "a/b", "mine", "approle", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vault.example:8200", "ftp://vault.example", "https://", "https://user:FAKE@vault.example",
			"not an address", "https://vault.example?x=y" })
	void serverWhenTheAddressIsNoneIsUnavailable(String address) {
		VaultSettings settings = settings(Map.of("vault.address", address), Map.of());
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(settings::server)
			.withMessageNotContaining("FAKE");
	}

	@Test
	void probeWithoutAnAddressSaysHowToSetIt() {
		VaultSettings settings = settings(Map.of(), Map.of());
		VaultSecretStore store = new VaultAccess(settings, FakeVault.TOKEN).store();
		assertThat(store.probe()).isEqualTo(new Probe.Unavailable("no address of a Vault server is set",
				"set vault.address or VAULT_ADDR, such as https://vault.example:8200"));
	}

}
