package com.headjack.store.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as a Vault server does, or as a test says.
 */
final class FakeVault implements VaultServer, AutoCloseable {

	static final String NAMESPACE = "team/a";

	static final String TOKEN = "FAKE-CANARY-token";

	final List<Seen> seen = new CopyOnWriteArrayList<>();

	/**
	 * By the login's path, what has to be sent there.
	 */
	final Map<String, Map<String, String>> logins = new ConcurrentHashMap<>();

	final FakeKeyValueEngine engine = new FakeKeyValueEngine();

	private final FakeGrants grants = new FakeGrants(TOKEN);

	final Queue<Function<Seen, Optional<Reply>>> scripts = new ConcurrentLinkedQueue<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	private final String scheme;

	private volatile boolean sealed;

	private FakeVault(HttpServer server, String scheme) {
		this.server = server;
		this.scheme = scheme;
		server.setExecutor(this.threads);
		server.createContext("/", this::handle);
		server.start();
	}

	static FakeVault start() throws IOException {
		return new FakeVault(HttpServer.create(anyPort(), 0), "http");
	}

	static FakeVault start(SSLContext context) throws IOException {
		HttpsServer server = HttpsServer.create(anyPort(), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		return new FakeVault(server, "https");
	}

	private static InetSocketAddress anyPort() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
	}

	@Override
	public VaultSettings settings() {
		return new VaultSettings(address(), VaultSettings.MOUNT, VaultSettings.PATH, null, "token", null);
	}

	@Override
	public String root() {
		return TOKEN;
	}

	@Override
	public String token(Grant grant) {
		return this.grants.token(grant);
	}

	@Override
	public void expire(String token) {
		this.grants.forget(token);
	}

	@Override
	public void softDelete(String path) {
		this.engine.softDelete(path);
	}

	@Override
	public void destroy(String path) {
		this.engine.destroy(path);
	}

	@Override
	public void limit(String path, Duration life) {
		this.engine.limit(path, life);
	}

	@Override
	public void seal() {
		this.sealed = true;
	}

	@Override
	public void unseal() {
		this.sealed = false;
	}

	String address() {
		return "%s://127.0.0.1:%s".formatted(this.scheme, this.server.getAddress().getPort());
	}

	/**
	 * Answers requests to a path that ends so in another way.
	 */
	void script(String method, String path, int status, String body) {
		this.scripts.add((request) -> (request.method().equals(method) && request.path().contains(path))
				? Optional.of(new Reply(status, body)) : Optional.empty());
	}

	void script(Function<Seen, Optional<Reply>> script) {
		this.scripts.add(script);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Vault-Token")).orElse("");
			String namespace = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Vault-Namespace"))
				.orElse("");
			Seen request = new Seen(exchange.getRequestMethod(), exchange.getRequestURI().getPath().substring(1),
					Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""), token, namespace,
					JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
			this.seen.add(request);
			Reply reply = this.scripts.stream()
				.flatMap((script) -> script.apply(request).stream())
				.findFirst()
				.orElseGet(() -> reply(request));
			byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	private Reply reply(Seen request) {
		if (this.sealed) {
			return Reply.error(503, "Vault is sealed");
		}
		if (!List.of("", NAMESPACE).contains(request.namespace())) {
			return Reply.error(404, "namespace not found");
		}
		if (request.path().startsWith("v1/auth/") && request.method().equals("POST")) {
			return login(request);
		}
		return this.grants.refusal(request).orElseGet(() -> answer(request));
	}

	private Reply answer(Seen request) {
		return switch (request.path()) {
			case "v1/auth/token/lookup-self" -> Reply.data(Map.of("ttl", 3600));
			case "v1/sys/internal/ui/mounts/secret" -> mount("kv", "2");
			case "v1/sys/internal/ui/mounts/one" -> mount("kv", "1");
			case "v1/sys/internal/ui/mounts/transit" -> Reply.data(Map.of("type", "transit", "options", Map.of()));
			case String path when path.startsWith("v1/secret/") -> this.engine.reply(request);
			default -> noRoute(request);
		};
	}

	private static Reply mount(String type, String version) {
		return Reply.data(Map.of("type", type, "options", Map.of("version", version)));
	}

	private static Reply noRoute(Seen request) {
		String route = request.path().substring("v1/".length());
		return Reply.error(404, "no handler for route \"" + route + "\". route entry not found.");
	}

	private Reply login(Seen request) {
		if (!this.logins.containsKey(request.path())) {
			return noRoute(request);
		}
		boolean right = Optional.ofNullable(this.logins.get(request.path()))
			.map((expected) -> JsonMapper.shared().valueToTree(expected).equals(request.body()))
			.orElse(false);
		return right
				? new Reply(200,
						JsonMapper.shared()
							.writeValueAsString(Map.of("auth",
									Map.of("client_token", TOKEN, "renewable", true, "lease_duration", 3600))))
				: Reply.error(400, "invalid role or secret ID");
	}

	List<String> requests() {
		return new ArrayList<>(this.seen.stream().map((request) -> request.method() + " " + request.path()).toList());
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * A request.
	 */
	record Seen(String method, String path, String query, String token, String namespace, JsonNode body) {

	}

	/**
	 * An answer.
	 */
	record Reply(int status, String body) {

		static Reply error(int status, String... errors) {
			return new Reply(status, JsonMapper.shared().writeValueAsString(Map.of("errors", errors)));
		}

		static Reply data(Object data) {
			return new Reply(200, JsonMapper.shared().writeValueAsString(Map.of("data", data)));
		}

	}

}
