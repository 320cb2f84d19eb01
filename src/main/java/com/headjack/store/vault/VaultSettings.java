package com.headjack.store.vault;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import com.headjack.configuration.Preferences;
import com.headjack.configuration.Setting;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.store.StoreUnavailableException;

/**
 * The place for secrets in a Vault server, as the user configured it.
 *
 * @param address the server's address as given, or {@code null} if none is
 * @param mount the mount of the key-value engine
 * @param path the folder for secrets in the engine
 * @param namespace the namespace, or {@code null}
 * @param login the login method, as given
 * @param authority the file of the certificate authority, or {@code null}
 */
record VaultSettings(@Nullable String address, String mount, String path, @Nullable String namespace, String login,
		@Nullable Path authority) {

	static final String MOUNT = "secret";

	static final String PATH = "headjack";

	VaultSettings {
		mount = trimmed(mount);
		path = trimmed(path);
	}

	/**
	 * Reads the settings; the configuration takes precedence over Vault's own variables.
	 * @param preferences the configuration
	 */
	static VaultSettings of(HostEnvironment host, Preferences preferences) {
		return new VaultSettings(
				preferences.text(Setting.VAULT_ADDRESS).or(() -> host.variable(KnownVariable.VAULT_ADDR)).orElse(null),
				preferences.text(Setting.VAULT_MOUNT).orElse(MOUNT), preferences.text(Setting.VAULT_PATH).orElse(PATH),
				preferences.text(Setting.VAULT_NAMESPACE)
					.or(() -> host.variable(KnownVariable.VAULT_NAMESPACE))
					.orElse(null),
				preferences.text(Setting.VAULT_AUTH).orElse("token"),
				host.file(KnownVariable.VAULT_CACERT).orElse(null));
	}

	private static String trimmed(String path) {
		return path.replaceAll("^/+|/+$", "");
	}

	/**
	 * The server's address.
	 * @return an HTTP address without a trailing slash
	 * @throws StoreUnavailableException if the address is missing or is not an HTTP
	 * address
	 */
	URI server() {
		if (this.address == null) {
			throw new StoreUnavailableException("no address of a Vault server is set",
					"set vault.address or VAULT_ADDR, such as https://vault.example:8200");
		}
		try {
			URI uri = URI.create(this.address.replaceAll("/+$", ""));
			boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
			if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null
					&& uri.getFragment() == null) {
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			// Reported below.
		}
		throw new StoreUnavailableException("the address of the Vault server is not one",
				"correct vault.address or VAULT_ADDR to one such as https://vault.example:8200");
	}

}
