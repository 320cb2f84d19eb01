package com.headjack.store.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps values and answers as Vault's key-value engine of version 2 is documented to.
 */
final class FakeKeyValueEngine {

	private final Map<String, List<Version>> items = new TreeMap<>();

	private final Map<String, Duration> lives = new HashMap<>();

	/**
	 * Deletes the newest version, as {@code vault kv delete} does.
	 */
	synchronized void softDelete(String path) {
		List<Version> versions = Objects.requireNonNull(this.items.get(path));
		versions.set(versions.size() - 1, new Version(versions.getLast().fields(), versions.getLast().created(),
				Instant.now().toString(), false));
	}

	synchronized void limit(String path, Duration life) {
		this.lives.put(path, life);
	}

	/**
	 * Destroys the newest version, as {@code vault kv destroy} does.
	 */
	synchronized void destroy(String path) {
		List<Version> versions = Objects.requireNonNull(this.items.get(path));
		versions.set(versions.size() - 1, new Version(null, versions.getLast().created(), "", true));
	}

	synchronized List<String> paths() {
		return List.copyOf(this.items.keySet());
	}

	synchronized FakeVault.Reply reply(FakeVault.Seen request) {
		String path = request.path().replaceFirst("v1/secret/(data|metadata)/", "");
		boolean data = request.path().startsWith("v1/secret/data/");
		return switch (request.method()) {
			case "POST", "PUT" -> write(path, request.body());
			case "DELETE" -> delete(path);
			case "GET" -> request.query().equals("list=true") ? list(path + "/") : data ? read(path) : describe(path);
			default -> FakeVault.Reply.error(405, "unsupported operation");
		};
	}

	private FakeVault.Reply read(String path) {
		List<Version> versions = this.items.get(path);
		if (versions == null) {
			return FakeVault.Reply.error(404);
		}
		Version newest = versions.getLast();
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("data", newest.gone() ? null : newest.fields());
		data.put("metadata", newest.metadata(versions.size()));
		int status = newest.gone() ? 404 : 200;
		return new FakeVault.Reply(status, JsonMapper.shared().writeValueAsString(Map.of("data", data)));
	}

	private FakeVault.Reply describe(String path) {
		List<Version> versions = this.items.get(path);
		if (versions == null) {
			return FakeVault.Reply.error(404);
		}
		Map<String, Object> described = new LinkedHashMap<>();
		for (int number = 1; number <= versions.size(); number++) {
			described.put(String.valueOf(number), versions.get(number - 1).metadata(number));
		}
		return FakeVault.Reply.data(Map.of("current_version", versions.size(), "versions", described));
	}

	private FakeVault.Reply write(String path, JsonNode body) {
		List<Version> versions = this.items.getOrDefault(path, List.of());
		if (body.path("options").path("cas").asInt(-1) != versions.size()) {
			return FakeVault.Reply.error(400, "check-and-set parameter did not match the current version");
		}
		Duration life = this.lives.get(path);
		String deletion = (life != null) ? Instant.now().plus(life).toString() : "";
		int number = versions.size() + 1;
		Version version = new Version(body.path("data"), Instant.now().toString(), deletion, false);
		this.items.computeIfAbsent(path, (key) -> new ArrayList<>()).add(version);
		return FakeVault.Reply.data(version.metadata(number));
	}

	private FakeVault.Reply delete(String path) {
		this.items.remove(path);
		return new FakeVault.Reply(204, "");
	}

	private FakeVault.Reply list(String folder) {
		List<String> keys = this.items.keySet()
			.stream()
			.filter((path) -> path.startsWith(folder))
			.map((path) -> path.substring(folder.length()).replaceFirst("/.*", "/"))
			.distinct()
			.toList();
		return keys.isEmpty() ? FakeVault.Reply.error(404) : FakeVault.Reply.data(Map.of("keys", keys));
	}

	private record Version(@Nullable JsonNode fields, String created, String deletion, boolean destroyed) {

		boolean gone() {
			return this.destroyed || (!this.deletion.isEmpty() && !Instant.parse(this.deletion).isAfter(Instant.now()));
		}

		Map<String, Object> metadata(int number) {
			return Map.of("version", number, "created_time", this.created, "deletion_time", this.deletion, "destroyed",
					this.destroyed);
		}

	}

}
