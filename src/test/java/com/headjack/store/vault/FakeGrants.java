package com.headjack.store.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Which token may do what, for the scripted server.
 */
final class FakeGrants {

	private static final String MOUNTS = "v1/sys/internal/ui/mounts/";

	private final String root;

	private final Map<String, VaultServer.Grant> grants = new ConcurrentHashMap<>();

	FakeGrants(String root) {
		this.root = root;
	}

	String token(VaultServer.Grant grant) {
		String token = "FAKE-CANARY-" + UUID.randomUUID();
		this.grants.put(token, grant);
		return token;
	}

	void forget(String token) {
		this.grants.remove(token);
	}

	/**
	 * How a real server refuses the request.
	 * @return empty if the token may do it
	 */
	Optional<FakeVault.Reply> refusal(FakeVault.Seen request) {
		VaultServer.Grant grant = this.grants.get(request.token());
		if (grant == null && !request.token().equals(this.root)) {
			return Optional.of(FakeVault.Reply.error(403, "permission denied"));
		}
		if (request.path().startsWith(MOUNTS)) {
			return mount(request.path().substring(MOUNTS.length()), grant);
		}
		return request.path().startsWith("v1/secret/") && !allowed(request.method(), grant)
				? Optional.of(FakeVault.Reply.error(403, "1 error occurred:\n\t* permission denied\n\n"))
				: Optional.empty();
	}

	private static boolean allowed(String method, VaultServer.@Nullable Grant grant) {
		return switch (grant) {
			case ALL -> true;
			case READ -> method.equals("GET");
			case NOTHING -> false;
			case null -> true;
		};
	}

	private static Optional<FakeVault.Reply> mount(String name, VaultServer.@Nullable Grant grant) {
		boolean visible = (grant == null) ? List.of("secret", "one", "transit").contains(name)
				: grant != VaultServer.Grant.NOTHING && name.equals("secret");
		return visible ? Optional.empty() : Optional.of(FakeVault.Reply.error(403,
				"preflight capability check returned 403, please ensure client's policies grant access to path \"%s/\""
					.formatted(name)));
	}

}
