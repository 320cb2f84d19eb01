package com.headjack.store.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;

/**
 * How a test uses a server.
 *
 * @param settings where in which server
 * @param token what it logs in with
 */
record VaultAccess(VaultSettings settings, String token) {

	static final Deadline PATIENCE = new Deadline(Duration.ofSeconds(20));

	/**
	 * With a token that may do what the store needs.
	 */
	static VaultAccess to(VaultServer server) {
		return to(server, VaultServer.Grant.ALL);
	}

	static VaultAccess to(VaultServer server, VaultServer.Grant grant) {
		return new VaultAccess(server.settings(), server.token(grant));
	}

	static VaultAccess asRoot(VaultServer server) {
		return new VaultAccess(server.settings(), server.root());
	}

	VaultAccess at(URI address) {
		return new VaultAccess(new VaultSettings(address.toString(), this.settings.mount(), this.settings.path(),
				this.settings.namespace(), this.settings.login(), this.settings.authority()), this.token);
	}

	VaultAccess at(String mount) {
		return new VaultAccess(new VaultSettings(this.settings.address(), mount, this.settings.path(),
				this.settings.namespace(), this.settings.login(), this.settings.authority()), this.token);
	}

	VaultAccess in(String folder) {
		return new VaultAccess(new VaultSettings(this.settings.address(), this.settings.mount(), folder,
				this.settings.namespace(), this.settings.login(), this.settings.authority()), this.token);
	}

	VaultAccess inNamespace(String namespace) {
		return new VaultAccess(new VaultSettings(this.settings.address(), this.settings.mount(), this.settings.path(),
				namespace, this.settings.login(), this.settings.authority()), this.token);
	}

	VaultAccess trusting(@Nullable Path authority) {
		return new VaultAccess(new VaultSettings(this.settings.address(), this.settings.mount(), this.settings.path(),
				this.settings.namespace(), this.settings.login(), authority), this.token);
	}

	KeyValueEngine engine() {
		return VaultConnection.open(this.settings, host(Map.of("VAULT_TOKEN", this.token)), PATIENCE.limit());
	}

	VaultSecretStore store() {
		return store(PATIENCE.limit());
	}

	VaultSecretStore store(Duration limit) {
		return store(this.settings, host(Map.of("VAULT_TOKEN", this.token)), limit);
	}

	static VaultSecretStore store(VaultSettings settings, HostEnvironment host, Duration limit) {
		return new VaultSecretStore(settings, () -> VaultConnection.open(settings, host, limit), new Deadline(limit));
	}

	static HostEnvironment host(Map<String, String> variables) {
		return host(Path.of("/nowhere"), variables);
	}

	static HostEnvironment host(Path home, Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, home, home, variables, Set.of());
	}

	/**
	 * The words that {@link #parse} reads.
	 */
	List<String> words() {
		return Stream.of(this.settings.address(), this.settings.namespace(), this.settings.authority(), this.token)
			.map((word) -> (word != null) ? word.toString() : "")
			.toList();
	}

	static VaultAccess parse(List<String> words) {
		Path authority = words.get(2).isEmpty() ? null : Path.of(words.get(2));
		String namespace = words.get(1).isEmpty() ? null : words.get(1);
		return new VaultAccess(
				new VaultSettings(words.get(0), VaultSettings.MOUNT, VaultSettings.PATH, namespace, "token", authority),
				words.get(3));
	}

}
