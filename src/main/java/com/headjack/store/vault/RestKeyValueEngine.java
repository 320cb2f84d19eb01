package com.headjack.store.vault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.vault.VaultException;
import org.springframework.vault.core.VaultOperations;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

import com.headjack.secret.SecretJson;

/**
 * Calls a key-value engine of version 2 over HTTP.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">its
 * API</a>
 */
final class RestKeyValueEngine implements KeyValueEngine {

	private final VaultOperations vault;

	private final VaultSettings settings;

	private final VaultFailures failures;

	private volatile boolean checked;

	RestKeyValueEngine(VaultOperations vault, VaultSettings settings, VaultFailures failures) {
		this.vault = vault;
		this.settings = settings;
		this.failures = failures;
	}

	@Override
	public void check() {
		Answer mount = send(HttpMethod.GET, "sys/internal/ui/mounts/" + this.settings.mount(), null);
		switch (mount.status()) {
			case 200 -> requireVersions(mount.data());
			case 403 -> {
				requireToken();
				throw this.failures.hidden();
			}
			default -> throw this.failures.refused(mount);
		}
		this.checked = true;
	}

	private void requireVersions(JsonNode mount) {
		boolean keyValue = List.of("kv", "generic").contains(mount.path("type").asString(""));
		if (!keyValue) {
			throw this.failures.noEngine();
		}
		if (!mount.path("options").path("version").asString("").equals("2")) {
			throw this.failures.notVersioned();
		}
	}

	private void requireToken() {
		if (send(HttpMethod.GET, "auth/token/lookup-self", null).status() == 403) {
			throw this.failures.tokenRefused();
		}
	}

	@Override
	public Entry read(String key) {
		Answer answer = call(HttpMethod.GET, "data", key, null);
		JsonNode metadata = answer.data().path("metadata");
		if (answer.status() == 404 && metadata.isMissingNode()) {
			return Entry.NONE;
		}
		int version = metadata.path("version").asInt(0);
		JsonNode fields = answer.data().path("data");
		if (version < 1 || (answer.succeeded() && !fields.isObject())) {
			throw this.failures.refused(answer);
		}
		return entry(metadata, answer.succeeded() ? new StoredValue(texts(fields)) : null);
	}

	private static Entry entry(JsonNode metadata, @Nullable StoredValue value) {
		return new Entry(metadata.path("version").asInt(0), metadata.path("created_time").asString(""), value);
	}

	private static Map<String, String> texts(JsonNode fields) {
		return fields.properties()
			.stream()
			.filter((field) -> field.getValue().isString())
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> field.getValue().stringValue()));
	}

	@Override
	public Entry write(String key, int expected, StoredValue value) {
		byte[] body = SecretJson.mapper()
			.writeValueAsBytes(Map.of("options", Map.of("cas", expected), "data", value.fields()));
		Answer answer = call(HttpMethod.POST, "data", key, body);
		if (answer.data().path("version").asInt(0) < 1) {
			throw this.failures.refused(answer);
		}
		return entry(answer.data(), value);
	}

	@Override
	public void delete(String key) {
		call(HttpMethod.DELETE, "metadata", key, null);
	}

	@Override
	public List<String> keys() {
		JsonNode keys = call(HttpMethod.GET, "metadata", "?list=true", null).data().path("keys");
		return StreamSupport.stream(keys.spliterator(), false)
			.map((key) -> key.asString(""))
			.filter((key) -> KeyName.parse(key).isPresent())
			.filter(this::present)
			.toList();
	}

	private boolean present(String key) {
		JsonNode metadata = call(HttpMethod.GET, "metadata", key, null).data();
		JsonNode newest = metadata.path("versions").path(metadata.path("current_version").asString(""));
		String deletion = newest.path("deletion_time").asString("");
		return !newest.isMissingNode() && !newest.path("destroyed").asBoolean(false)
				&& (deletion.isEmpty() || Instant.parse(deletion).isAfter(Instant.now()));
	}

	/**
	 * Calls the engine, and checks it before the first call.
	 * @return a successful answer, or one that there is nothing of that name
	 */
	private Answer call(HttpMethod method, String kind, String key, byte @Nullable [] body) {
		if (!this.checked) {
			check();
		}
		String separator = key.startsWith("?") ? "" : "/";
		Answer answer = send(method, this.settings.mount() + "/" + kind + "/" + this.settings.path() + separator + key,
				body);
		if (answer.status() == 403) {
			requireToken();
		}
		if (answer.succeeded() || answer.absent()) {
			return answer;
		}
		throw this.failures.refused(answer);
	}

	private Answer send(HttpMethod method, String path, byte @Nullable [] body) {
		try {
			return Objects.requireNonNull(this.vault.doWithSession((rest) -> exchange(rest, method, path, body)));
		}
		catch (ResourceAccessException ex) {
			throw this.failures.unreachable(ex);
		}
		catch (VaultException ex) {
			throw this.failures.notLoggedIn(ex);
		}
	}

	private Answer exchange(RestOperations rest, HttpMethod method, String path, byte @Nullable [] body) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		try {
			ResponseEntity<byte[]> response = rest.exchange(address(path), method, new HttpEntity<>(body, headers),
					byte[].class);
			return Answer.of(response.getStatusCode().value(), response.getBody());
		}
		catch (RestClientResponseException ex) {
			return Answer.of(ex.getStatusCode().value(), ex.getResponseBodyAsByteArray());
		}
	}

	private URI address(String path) {
		int query = path.indexOf('?');
		String encoded = (query < 0) ? UriUtils.encodePath(path, StandardCharsets.UTF_8)
				: UriUtils.encodePath(path.substring(0, query), StandardCharsets.UTF_8) + path.substring(query);
		return URI.create(this.failures.server() + "/v1/" + encoded);
	}

}
