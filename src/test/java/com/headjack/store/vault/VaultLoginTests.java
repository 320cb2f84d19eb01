package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultLoginTests {

	@TempDir
	private Path home;

	private FakeVault server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = FakeVault.start();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private KeyValueEngine engine(String login, Map<String, String> variables) {
		VaultSettings settings = new VaultSettings(this.server.address(), "secret", "headjack", null, login, null);
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
		return VaultConnection.open(settings, host, Duration.ofSeconds(20));
	}

	@Test
	void tokenOfTheVariableGoesBeforeThatOfTheFile() throws IOException {
		Files.writeString(this.home.resolve(".vault-token"), "FAKE-other");
		engine("token", Map.of("VAULT_TOKEN", FakeVault.TOKEN + "\n")).check();
		assertThat(this.server.seen).allMatch((request) -> request.token().equals(FakeVault.TOKEN));
	}

	@Test
	void tokenIsReadFromTheFileOfTheVaultProgram() throws IOException {
		Files.writeString(this.home.resolve(".vault-token"), FakeVault.TOKEN + "\n");
		engine("token", Map.of()).check();
		assertThat(this.server.seen).hasSize(1);
	}

	@Test
	void tokenWhenThereIsNoneIsDeniedWithTheWays() {
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> engine("token", Map.of()))
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("vault login", "VAULT_TOKEN"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANARY token", "CANARY\nInjected: yes", "CANARY\u00e9" })
	void tokenWhenItFitsNoHeaderIsDeniedWithoutTellingIt(String token) {
		assertThatExceptionOfType(StoreDeniedException.class)
			.isThrownBy(() -> engine("token", Map.of("VAULT_TOKEN", token)))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void appRoleLogsInOnceWithRoleAndSecret() {
		this.server.logins.put("v1/auth/approle/login", Map.of("role_id", "FAKE-role", "secret_id", "FAKE-secret"));
		KeyValueEngine engine = engine("approle",
				Map.of("VAULT_ROLE_ID", "FAKE-role", "VAULT_SECRET_ID", "FAKE-secret"));
		engine.check();
		engine.keys();
		assertThat(this.server.requests()).containsOnlyOnce("POST v1/auth/approle/login");
	}

	@Test
	void kubernetesLogsInWithTheServiceAccount() throws IOException {
		Path file = Files.writeString(this.home.resolve("token"), "FAKE.service.account\n");
		this.server.logins.put("v1/auth/kubernetes/login", Map.of("role", "team", "jwt", "FAKE.service.account"));
		engine("kubernetes", Map.of("VAULT_ROLE", "team", "VAULT_JWT_FILE", file.toString())).check();
		assertThat(this.server.requests()).containsOnlyOnce("POST v1/auth/kubernetes/login");
	}

	@Test
	void jwtLogsInWhereTheMethodIsMounted() {
		this.server.logins.put("v1/auth/gitlab/login", Map.of("role", "team", "jwt", "FAKE.jwt"));
		engine("jwt", Map.of("VAULT_ROLE", "team", "VAULT_JWT", "FAKE.jwt", "VAULT_AUTH_MOUNT", "gitlab")).check();
		assertThat(this.server.requests()).containsOnlyOnce("POST v1/auth/gitlab/login");
	}

	@ParameterizedTest
	@CsvSource({ "approle, VAULT_ROLE_ID", "jwt, VAULT_ROLE", "kubernetes, service account" })
	void loginWhenSomethingIsNotSetIsDeniedWithItsName(String login, String missing) {
		assertThatExceptionOfType(StoreDeniedException.class)
			.isThrownBy(() -> engine(login, Map.of("VAULT_JWT_FILE", this.home.resolve("none").toString())))
			.withMessageContaining(missing);
	}

	@Test
	void loginWhenRefusedIsDeniedWithoutWhatWasSent() {
		this.server.script("POST", "login", 400, "{\"errors\":[\"invalid secret id FAKE-CANARY-secret\"]}");
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(this::appRole)
			.withMessage("%s refuses the login by approle (400)", this.server.address())
			.withNoCause();
	}

	@Test
	void loginWhenSealedIsLocked() {
		this.server.script("POST", "login", 503, "{\"errors\":[\"Vault is sealed\"]}");
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(this::appRole);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "CANARY", "" })
	void loginWhenTheAnswerIsNotVaultsIsAFailureOfTheStore(String body) {
		this.server.script("POST", "login", 200, body);
		assertThatExceptionOfType(StoreException.class).isThrownBy(this::appRole).withMessageNotContaining("CANARY");
	}

	@Test
	void loginWhenNobodyListensIsUnavailable() {
		this.server.close();
		assertThatExceptionOfType(StoreException.class).isThrownBy(this::appRole)
			.withMessageContaining("cannot be reached");
	}

	@Test
	void loginByAnUnknownWayIsMisuse() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> engine("magic", Map.of()))
			.satisfies((failure) -> assertThat(failure.kind()).isEqualTo(FailureKind.MISUSED));
	}

	private void appRole() {
		engine("approle", Map.of("VAULT_ROLE_ID", "FAKE-role", "VAULT_SECRET_ID", "FAKE-CANARY-secret")).check();
	}

}
