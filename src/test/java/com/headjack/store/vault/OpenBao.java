package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A real server that speaks Vault's protocol, in a process of its own.
 */
public final class OpenBao implements VaultServer, AutoCloseable {

	private static final String ROOT = "FAKE-CANARY-root";

	private final OpenBaoProcess process;

	private final VaultSettings settings;

	private final OpenBaoCalls calls;

	private OpenBao(OpenBaoProcess process, VaultSettings settings) {
		this.process = process;
		this.settings = settings;
		this.calls = new OpenBaoCalls(settings, ROOT);
	}

	/**
	 * Starts a server.
	 * @param folder what it writes goes there
	 */
	static OpenBao start(Path folder) throws IOException {
		OpenBaoProcess process = OpenBaoProcess.start(folder, ROOT);
		return new OpenBao(process, settings("http://127.0.0.1:" + process.port(), null, null)).prepared();
	}

	/**
	 * Starts a server whose certificate a private authority has signed.
	 * @param folder what it writes goes there
	 */
	public static OpenBao startWithTls(Path folder) throws IOException {
		OpenBaoProcess process = OpenBaoProcess.start(folder, ROOT, "-dev-tls", "-dev-tls-cert-dir=" + folder);
		Path authority = folder.resolve("vault-ca.pem");
		return new OpenBao(process, settings("https://127.0.0.1:" + process.port(), null, authority)).prepared();
	}

	private static VaultSettings settings(String address, @Nullable String namespace, @Nullable Path authority) {
		return new VaultSettings(address, VaultSettings.MOUNT, VaultSettings.PATH, namespace, "token", authority);
	}

	private OpenBao prepared() {
		mount("one", "kv", Map.of("version", "1"));
		mount("transit", "transit", Map.of());
		for (Grant grant : Grant.values()) {
			this.calls.post("sys/policies/acl/" + grant, Map.of("policy", policy(grant)));
		}
		return this;
	}

	private void mount(String path, String type, Map<String, String> options) {
		this.calls.post("sys/mounts/" + path, Map.of("type", type, "options", options));
	}

	private static String policy(Grant grant) {
		return switch (grant) {
			case ALL -> """
					path "secret/data/headjack/*" { capabilities = ["create", "read", "update"] }
					path "secret/metadata/headjack/*" { capabilities = ["read", "delete"] }
					path "secret/metadata/headjack" { capabilities = ["list"] }
					""";
			case READ -> """
					path "secret/data/headjack/*" { capabilities = ["read"] }
					path "secret/metadata/headjack/*" { capabilities = ["read", "list"] }
					""";
			case NOTHING -> "path \"sys/health\" { capabilities = [\"read\"] }";
		};
	}

	/**
	 * The same server, used in a namespace of its own.
	 */
	OpenBao namespace(String name) {
		Path path = Path.of(name);
		OpenBao parent = (path.getParent() != null) ? namespace(path.getParent().toString()) : this;
		parent.calls.post("sys/namespaces/" + path.getFileName(), Map.of());
		OpenBao child = new OpenBao(this.process, settings(address(), name, this.settings.authority())).prepared();
		child.mount("secret", "kv", Map.of("version", "2"));
		return child;
	}

	@Override
	public VaultSettings settings() {
		return this.settings;
	}

	public String address() {
		return this.settings.server().toString();
	}

	/**
	 * The certificate of the authority that has signed the server's.
	 */
	public Path authority() {
		return Objects.requireNonNull(this.settings.authority());
	}

	/**
	 * Calls the server with every right.
	 */
	OpenBaoCalls calls() {
		return this.calls;
	}

	ProcessHandle process() {
		return this.process.process().toHandle();
	}

	@Override
	public String root() {
		return ROOT;
	}

	@Override
	public String token(Grant grant) {
		JsonNode answer = this.calls.post("auth/token/create", Map.of("policies", List.of(grant.name()), "ttl", "1h"));
		return answer.path("auth").path("client_token").asString();
	}

	/**
	 * A token that may do what the store needs.
	 */
	public String token() {
		return token(Grant.ALL);
	}

	@Override
	public void expire(String token) {
		this.calls.post("auth/token/renew", Map.of("token", token, "increment", "1s"));
		OpenBaoProcess.pause(Duration.ofMillis(1500));
	}

	/**
	 * What is kept under a path of the engine.
	 */
	public JsonNode read(String path) {
		return this.calls.get("secret/data/" + path).path("data").path("data");
	}

	@Override
	public void softDelete(String path) {
		this.calls.delete("secret/data/" + path);
	}

	@Override
	public void destroy(String path) {
		JsonNode metadata = this.calls.get("secret/metadata/" + path).path("data");
		this.calls.post("secret/destroy/" + path,
				Map.of("versions", List.of(metadata.path("current_version").asInt())));
	}

	@Override
	public void limit(String path, Duration life) {
		this.calls.post("secret/metadata/" + path, Map.of("delete_version_after", life.toSeconds() + "s"));
	}

	/**
	 * Removes all versions.
	 */
	public void forget(String path) {
		this.calls.delete("secret/metadata/" + path);
	}

	@Override
	public void seal() {
		this.calls.post("sys/seal", Map.of());
	}

	@Override
	public void unseal() {
		this.calls.post("sys/unseal", Map.of("key", this.process.unsealKey()));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
