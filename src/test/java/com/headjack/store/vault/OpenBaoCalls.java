package com.headjack.store.vault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a server with every right, to prepare it.
 */
final class OpenBaoCalls {

	private final RestClient client;

	OpenBaoCalls(VaultSettings settings, String token) {
		this.client = RestClient.builder()
			.requestFactory(VaultConnection.requests(settings.authority(), Duration.ofSeconds(20)))
			.baseUrl(settings.address() + "/v1/")
			.defaultHeader("X-Vault-Token", token)
			.defaultHeaders((headers) -> {
				if (settings.namespace() != null) {
					headers.add("X-Vault-Namespace", settings.namespace());
				}
			})
			.build();
	}

	JsonNode get(String path) {
		return json(this.client.get().uri(path).retrieve().body(byte[].class));
	}

	JsonNode post(String path, Object body) {
		return json(this.client.method(HttpMethod.POST)
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(JsonMapper.shared().writeValueAsBytes(body))
			.retrieve()
			.body(byte[].class));
	}

	void delete(String path) {
		this.client.delete().uri(path).retrieve().toBodilessEntity();
	}

	/**
	 * Deletes what the server deletes in the background, and waits for the end.
	 */
	void deleteToTheEnd(String path) throws InterruptedException {
		delete(path);
		for (int tries = 0; tries < 300 && isThere(path); tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	private boolean isThere(String path) {
		return this.client.get().uri(path).exchange((_, answer) -> answer.getStatusCode().is2xxSuccessful());
	}

	private static JsonNode json(byte @Nullable [] body) {
		return Answer.of(200, body).body();
	}

}
