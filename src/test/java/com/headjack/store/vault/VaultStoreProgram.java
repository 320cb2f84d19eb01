package com.headjack.store.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.StoreProgram;

/**
 * Makes stores in Vault, by the token of the environment or the fake server's.
 */
final class VaultStoreProgram {

	static final Deadline PATIENCE = new Deadline(Duration.ofSeconds(20));

	private VaultStoreProgram() {
	}

	/**
	 * The real server that the environment names.
	 */
	static Optional<String> realServer() {
		return Optional.ofNullable(System.getenv("VAULT_ADDR"))
			.filter((address) -> System.getenv("VAULT_TOKEN") != null);
	}

	static VaultSettings settings(String address, String path) {
		@Nullable String authority = System.getenv("VAULT_CACERT");
		return new VaultSettings(address,
				Optional.ofNullable(System.getenv("HEADJACK_VAULT_MOUNT")).orElse(VaultSettings.MOUNT), path,
				realServer().map((server) -> System.getenv("VAULT_NAMESPACE")).orElse(null), "token",
				realServer().isPresent() && authority != null ? Path.of(authority) : null);
	}

	static HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, Path.of("/nowhere"), Path.of("/nowhere"), variables,
				Set.of());
	}

	static KeyValueEngine engine(VaultSettings settings) {
		String token = realServer().map((server) -> System.getenv("VAULT_TOKEN")).orElse(FakeVault.TOKEN);
		return VaultConnection.open(settings, host(Map.of("VAULT_TOKEN", token)), PATIENCE.limit());
	}

	static VaultSecretStore store(String address, String path) {
		VaultSettings settings = settings(address, path);
		return new VaultSecretStore(settings, () -> engine(settings), PATIENCE);
	}

	public static void main(String[] arguments) {
		List<String> all = List.of(arguments);
		StoreProgram.run(store(all.get(0), all.get(1)), all.subList(2, all.size()));
	}

}
