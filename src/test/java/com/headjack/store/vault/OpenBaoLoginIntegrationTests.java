package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreLockedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Logins to a real server: AppRole, JWT, and Kubernetes, whose API server is a
 * {@link TokenReviewer}.
 */
class OpenBaoLoginIntegrationTests {

	private static final SecretName NAME = VaultAnswersContract.NAME;

	private static final String CLUSTER = "cluster";

	private static final List<String> POLICIES = List.of(VaultServer.Grant.ALL.name());

	@TempDir
	private static Path folder;

	private static OpenBao server;

	private static SignedTokens tokens;

	private static TokenReviewer kubernetes;

	@TempDir
	private Path home;

	@BeforeAll
	static void startServer() throws IOException, GeneralSecurityException {
		server = OpenBao.start(folder);
		tokens = SignedTokens.create();
		Certificates certificates = new Certificates(folder);
		certificates.authority(CLUSTER, "Cluster");
		certificates.server("kubernetes.p12", CLUSTER, "san=ip:127.0.0.1");
		kubernetes = TokenReviewer.start(certificates.context("kubernetes.p12"));
		prepareAppRole();
		prepareJwt();
		prepareKubernetes();
	}

	private static void prepareAppRole() {
		enable("approle", "approle");
		role("auth/approle/role/team", Map.of("token_ttl", "1h"));
		role("auth/approle/role/short", Map.of("token_ttl", "2s"));
		role("auth/approle/role/batch", Map.of("token_ttl", "1h", "token_type", "batch"));
		role("auth/approle/role/once", Map.of("token_num_uses", 1));
		role("auth/approle/role/narrow", Map.of("secret_id_bound_cidrs", List.of("192.0.2.0/24")));
	}

	private static void prepareJwt() {
		enable("gitlab", "jwt");
		server.calls()
			.post("auth/gitlab/config",
					Map.of("jwt_validation_pubkeys", List.of(tokens.publicKey()), "bound_issuer", SignedTokens.ISSUER));
		role("auth/gitlab/role/team", Map.of("role_type", "jwt", "user_claim", "sub", "bound_audiences", "hjk",
				"bound_claims", Map.of("project", "team/project")));
	}

	private static void prepareKubernetes() throws IOException {
		enable("kubernetes", "kubernetes");
		server.calls()
			.post("auth/kubernetes/config",
					Map.of("kubernetes_host", kubernetes.address(), "kubernetes_ca_cert",
							Files.readString(folder.resolve(CLUSTER + ".pem")), "disable_local_ca_jwt", true,
							"token_reviewer_jwt", TokenReviewer.REVIEWER));
		role("auth/kubernetes/role/team", Map.of("bound_service_account_names", "agent",
				"bound_service_account_namespaces", "team", "audience", "hjk"));
	}

	private static void enable(String mount, String type) {
		server.calls().post("sys/auth/" + mount, Map.of("type", type));
	}

	private static void role(String path, Map<String, Object> options) {
		Map<String, Object> role = new HashMap<>(options);
		role.put("token_policies", POLICIES);
		server.calls().post(path, role);
	}

	@AfterAll
	static void stopServer() {
		kubernetes.close();
		server.close();
	}

	private VaultSecretStore store(String login, Map<String, String> variables) {
		VaultSettings settings = new VaultSettings(server.address(), VaultSettings.MOUNT, VaultSettings.PATH, null,
				login, null);
		return VaultAccess.store(settings, VaultAccess.host(this.home, variables), Duration.ofSeconds(20));
	}

	private VaultSecretStore appRole(String role) {
		return store("approle", appRoleVariables(role));
	}

	private static Map<String, String> appRoleVariables(String role) {
		String path = "auth/approle/role/" + role;
		String id = server.calls().get(path + "/role-id").path("data").path("role_id").asString();
		String secret = server.calls().post(path + "/secret-id", Map.of()).path("data").path("secret_id").asString();
		return Map.of("VAULT_ROLE_ID", id, "VAULT_SECRET_ID", secret);
	}

	private VaultSecretStore jwt(String token) {
		return store("jwt", Map.of("VAULT_ROLE", "team", "VAULT_JWT", token, "VAULT_AUTH_MOUNT", "gitlab"));
	}

	private VaultSecretStore kubernetes(String token) throws IOException {
		Path file = Files.writeString(this.home.resolve("token"), token + "\n");
		return store("kubernetes", Map.of("VAULT_ROLE", "team", "VAULT_JWT_FILE", file.toString()));
	}

	private static void assertKeeps(VaultSecretStore store) {
		assertThat(store.probe()).isEqualTo(new Probe.Ready());
		VaultAnswersContract.put(store, "CANARY-value");
		assertThat(VaultAnswersContract.find(store)).contains("CANARY-value");
		assertThat(store.list()).containsExactly(NAME);
		assertThat(store.remove(NAME)).isTrue();
	}

	private static void assertRefused(VaultSecretStore store, String words) {
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> store.find(NAME))
			.withMessageContaining(words)
			.withNoCause()
			.satisfies((failure) -> assertThat(failure.remedy()).isPresent());
		assertThat(store.probe()).isInstanceOf(Probe.Unavailable.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "team", "batch" })
	void appRoleKeepsSecrets(String role) {
		assertKeeps(appRole(role));
	}

	@Test
	void appRoleWhenTheSecretIsWrongIsRefused() {
		Map<String, String> variables = new HashMap<>(appRoleVariables("team"));
		variables.put("VAULT_SECRET_ID", "FAKE-wrong");
		assertRefused(store("approle", variables), "refuses the login by approle (400)");
		variables.put("VAULT_ROLE_ID", "FAKE-wrong");
		assertRefused(store("approle", variables), "refuses the login by approle (400)");
	}

	@Test
	void appRoleWhenItIsBoundToAnotherNetworkIsRefused() {
		assertRefused(appRole("narrow"), "refuses the login by approle (");
	}

	@Test
	void appRoleWhenNothingIsMountedThereIsRefused() {
		Map<String, String> variables = new HashMap<>(appRoleVariables("team"));
		variables.put("VAULT_AUTH_MOUNT", "elsewhere");
		assertRefused(store("approle", variables), "refuses the login by approle (403)");
	}

	@Test
	void appRoleWhenTheLoginHasExpiredLogsInAnew() throws InterruptedException {
		VaultSecretStore store = appRole("short");
		assertKeeps(store);
		TimeUnit.MILLISECONDS.sleep(2500);
		assertThat(store.find(NAME)).isEmpty();
	}

	@Test
	void appRoleWhenTheLoginIsForOneRequestLogsInForEach() {
		VaultSecretStore store = appRole("once");
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.find(NAME)).isEmpty();
	}

	@Test
	void appRoleWhenACallTakesMoreRequestsThanTheLoginSaysSo() {
		VaultSecretStore store = appRole("once");
		assertThatExceptionOfType(StoreDeniedException.class)
			.isThrownBy(() -> VaultAnswersContract.put(store, "CANARY-value"))
			.withMessageContaining("does not accept the token")
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("approle"));
	}

	@Test
	void jwtKeepsSecrets() {
		assertKeeps(jwt(tokens.token("hjk", "team/project", Duration.ofMinutes(5))));
	}

	@Test
	void jwtWhenItIsNotForTheRoleIsRefused() {
		String refused = "refuses the login by jwt (400)";
		assertRefused(jwt(tokens.token("other", "team/project", Duration.ofMinutes(5))), refused);
		assertRefused(jwt(tokens.token("hjk", "other/project", Duration.ofMinutes(5))), refused);
		assertRefused(jwt(tokens.token("hjk", "team/project", Duration.ofHours(-1))), refused);
		assertRefused(jwt(SignedTokens.create().token("hjk", "team/project", Duration.ofMinutes(5))), refused);
		assertRefused(jwt("FAKE-CANARY-not-a-token"), refused);
	}

	@Test
	void kubernetesKeepsSecrets() throws IOException {
		assertKeeps(kubernetes(tokens.serviceAccount("team", "agent")));
		assertThat(kubernetes.reviewers()).containsOnly("Bearer " + TokenReviewer.REVIEWER);
	}

	@Test
	void kubernetesWhenTheServiceAccountIsAnotherIsRefused() throws IOException {
		String refused = "refuses the login by kubernetes (403)";
		assertRefused(kubernetes(tokens.serviceAccount("team", "other")), refused);
		assertRefused(kubernetes(tokens.serviceAccount("other", "agent")), refused);
	}

	@Test
	void kubernetesWhenTheClusterDoesNotKnowTheTokenIsRefused() throws IOException {
		kubernetes.forget(true);
		try {
			assertRefused(kubernetes(tokens.serviceAccount("team", "agent")), "refuses the login by kubernetes (403)");
		}
		finally {
			kubernetes.forget(false);
		}
	}

	@Test
	void loginWhenSealedIsLocked() {
		VaultSecretStore store = appRole("team");
		server.seal();
		try {
			assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> store.find(NAME));
		}
		finally {
			server.unseal();
		}
		assertKeeps(store);
	}

	@Test
	void loginInANamespaceIsThatOfTheNamespace() {
		OpenBao namespace = server.namespace("logins");
		namespace.calls().post("sys/auth/approle", Map.of("type", "approle"));
		namespace.calls().post("auth/approle/role/team", Map.of("token_policies", POLICIES));
		String id = namespace.calls().get("auth/approle/role/team/role-id").path("data").path("role_id").asString();
		String secret = namespace.calls()
			.post("auth/approle/role/team/secret-id", Map.of())
			.path("data")
			.path("secret_id")
			.asString();
		Map<String, String> variables = Map.of("VAULT_ROLE_ID", id, "VAULT_SECRET_ID", secret);
		VaultSettings settings = new VaultSettings(server.address(), VaultSettings.MOUNT, VaultSettings.PATH, "logins",
				"approle", null);
		assertKeeps(VaultAccess.store(settings, VaultAccess.host(variables), Duration.ofSeconds(20)));
		assertRefused(store("approle", variables), "refuses the login by approle (400)");
	}

}
