package com.headjack.store.vault;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.springframework.vault.VaultException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;

import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

/**
 * Translates Vault's failures. The server's text is not repeated, because it may quote
 * data that was sent.
 *
 * @param server the server's address
 * @param settings the settings in use
 */
record VaultFailures(URI server, VaultSettings settings) {

	/**
	 * Translates a refused request.
	 */
	StoreException refused(Answer answer) {
		if (answer.says("no handler for route") || answer.says("unsupported path")) {
			return noEngine();
		}
		if (answer.says("namespace not found")) {
			return unavailable(this.server + " has no namespace '" + this.settings.namespace() + "'",
					"correct vault.namespace or VAULT_NAMESPACE");
		}
		if (answer.says("check-and-set parameter did not match")) {
			return new StoreConflictException("somebody else changed the secret in Vault at the same time",
					"look at it with 'hjk auth status', and run the command again");
		}
		return switch (answer.status()) {
			case 403 -> new StoreDeniedException(
					"%s refuses access to %s/%s".formatted(this.server, this.settings.mount(), this.settings.path()),
					"let the token's policy grant create, read and update on %1$s/data/%2$s/*, read and delete on %1$s/metadata/%2$s/*, and list on %1$s/metadata/%2$s"
						.formatted(this.settings.mount(), this.settings.path()));
			case 503 -> sealed(answer);
			case 429 -> unavailable(this.server + " asks for fewer requests (429)", "try again later");
			case 400 -> misunderstood(answer);
			default -> unavailable(this.server + " answered as Vault would not (" + answer.status() + ")",
					"check vault.address, and the server with 'vault status'");
		};
	}

	private StoreException misunderstood(Answer answer) {
		if (answer.says("Upgrading from non-versioned")) {
			return unavailable(
					this.server + " is making the key-value engine at '" + this.settings.mount() + "' one of version 2",
					"try again in a moment");
		}
		return answer.fromVault()
				? unavailable(this.server + " did not understand the request (400)",
						"check vault.mount, vault.path and vault.namespace")
				: unavailable(this.server + " answered as Vault would not (400)",
						"check vault.address, which starts with https:// where the server expects TLS");
	}

	private StoreException sealed(Answer answer) {
		return answer.says("sealed")
				? new StoreLockedException("the Vault at %s is sealed".formatted(this.server),
						"have it unsealed ('vault operator unseal')")
				: unavailable(this.server + " does not serve at the moment (503)",
						"check it with 'vault status', and try again");
	}

	/**
	 * There is no key-value engine at the mount.
	 */
	StoreUnavailableException noEngine() {
		return unavailable(this.server + " has no key-value engine at '" + this.settings.mount() + "'",
				"set vault.mount to one that 'vault secrets list' shows");
	}

	/**
	 * The engine exists but does not keep versions.
	 */
	StoreUnavailableException notVersioned() {
		return unavailable(this.server + " has no key-value engine of version 2 at '" + this.settings.mount() + "'",
				"set vault.mount to one of version 2, or have it made one ('vault kv enable-versioning')");
	}

	/**
	 * The token has no access to the mount, or the mount does not exist: the server does
	 * not tell these cases apart.
	 */
	StoreDeniedException hidden() {
		return new StoreDeniedException(
				"%s has nothing at '%s' that the token may see".formatted(this.server, this.settings.mount()),
				"check vault.mount and vault.namespace, and the token's policies with 'vault token lookup'");
	}

	StoreDeniedException tokenRefused() {
		return new StoreDeniedException(
				"%s does not accept the token: it is wrong or has expired".formatted(this.server),
				this.settings.login().equals("token") ? "log in with 'vault login', or set VAULT_TOKEN"
						: "check how long, and for how many requests, a login by %s lasts"
							.formatted(this.settings.login()));
	}

	/**
	 * Translates a failed login.
	 */
	StoreException notLoggedIn(VaultException failure) {
		return switch (failure.getCause()) {
			case ResourceAccessException unreachable -> unreachable(unreachable);
			case RestClientResponseException refused ->
				loginRefused(Answer.of(refused.getStatusCode().value(), refused.getResponseBodyAsByteArray()));
			case null, default ->
				new StoreDeniedException("the login by %s at %s failed".formatted(this.settings.login(), this.server),
						"check the role and what it logs in with");
		};
	}

	private StoreException loginRefused(Answer answer) {
		boolean denied = answer.fromVault() && (answer.status() == 400 || answer.status() == 403);
		return !denied ? refused(answer)
				: new StoreDeniedException(
						"%s refuses the login by %s (%s)".formatted(this.server, this.settings.login(),
								answer.status()),
						"check the role and what it logs in with, VAULT_AUTH_MOUNT and vault.namespace");
	}

	/**
	 * Translates a failure to get an answer.
	 */
	StoreException unreachable(ResourceAccessException failure) {
		Throwable cause = failure.getMostSpecificCause();
		if (caused(failure, HttpTimeoutException.class)) {
			return new StoreTimeoutException("%s did not answer in time".formatted(this.server),
					"check vault.address and the network, and try again", failure);
		}
		if (caused(failure, SSLException.class)) {
			return tlsFailed(failure, cause);
		}
		if (cause instanceof UnresolvedAddressException) {
			return unavailable("the name of " + this.server + " is unknown", "correct vault.address", failure);
		}
		if (caused(failure, ConnectException.class)) {
			return unavailable(this.server + " cannot be reached", "check vault.address, and that the server runs",
					failure);
		}
		return unavailable(this.server + " broke the connection off",
				"check the server, and vault.address, which starts with https:// where the server expects TLS",
				failure);
	}

	private StoreException tlsFailed(ResourceAccessException failure, Throwable cause) {
		String reason = cause.getClass().getSimpleName();
		return caused(failure, GeneralSecurityException.class)
				? unavailable(this.server + " could not be trusted: " + reason,
						"point VAULT_CACERT to the PEM file of the authority that signed its certificate", failure)
				: unavailable("no TLS connection to " + this.server + " could be made: " + reason,
						"check vault.address, which starts with http:// where the server speaks no TLS", failure);
	}

	private static boolean caused(Throwable failure, Class<? extends Exception> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

	private StoreUnavailableException unavailable(String message, String remedy) {
		return unavailable(message, remedy, null);
	}

	private StoreUnavailableException unavailable(String message, String remedy, @Nullable Throwable cause) {
		return new StoreUnavailableException(message, remedy, cause);
	}

}
