package com.headjack.store.vault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the part of a Kubernetes API server does that says whose a token is: it
 * believes what the token says of itself. There is no cluster behind it.
 *
 * @see <a href=
 * "https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/">TokenReview</a>
 */
final class TokenReviewer implements AutoCloseable {

	static final String REVIEWER = "FAKE.CANARY.reviewer";

	private final List<String> reviewers = new CopyOnWriteArrayList<>();

	private final HttpsServer server;

	private volatile boolean forgetful;

	private TokenReviewer(HttpsServer server) {
		this.server = server;
		server.createContext("/apis/authentication.k8s.io/v1/tokenreviews", this::handle);
		server.start();
	}

	static TokenReviewer start(SSLContext context) throws IOException {
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		return new TokenReviewer(server);
	}

	String address() {
		return "https://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Who has asked, by the header of their requests.
	 */
	List<String> reviewers() {
		return List.copyOf(this.reviewers);
	}

	/**
	 * Whether it knows no token.
	 */
	void forget(boolean forgetful) {
		this.forgetful = forgetful;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.reviewers.add(exchange.getRequestHeaders().getFirst("Authorization"));
			String token = JsonMapper.shared()
				.readTree(exchange.getRequestBody().readAllBytes())
				.path("spec")
				.path("token")
				.asString();
			byte[] body = JsonMapper.shared().writeValueAsBytes(review(token));
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(201, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	private Map<String, Object> review(String token) {
		Map<String, Object> status = this.forgetful ? Map.of("authenticated", false, "error", "the token is unknown")
				: known(token);
		return Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "TokenReview", "status", status);
	}

	private static Map<String, Object> known(String token) {
		try {
			JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
			Map<?, ?> account = (Map<?, ?>) Objects.requireNonNull(claims.getJSONObjectClaim("kubernetes.io"))
				.get("serviceaccount");
			return Map.of("authenticated", true, "audiences", claims.getAudience(), "user",
					Map.of("username", claims.getSubject(), "uid", Objects.requireNonNull(account).get("uid"), "groups",
							List.of("system:serviceaccounts")));
		}
		catch (ParseException ex) {
			return Map.of("authenticated", false, "error", "the token is malformed");
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
