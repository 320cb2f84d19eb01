package com.headjack.store.vault;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.vault.authentication.AppRoleAuthentication;
import org.springframework.vault.authentication.AppRoleAuthenticationOptions;
import org.springframework.vault.authentication.ClientAuthentication;
import org.springframework.vault.authentication.JwtAuthentication;
import org.springframework.vault.authentication.JwtAuthenticationOptions;
import org.springframework.vault.authentication.KubernetesAuthentication;
import org.springframework.vault.authentication.KubernetesAuthenticationOptions;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.web.client.RestOperations;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.store.StoreDeniedException;

/**
 * Logs in to Vault with credentials from the environment and the user's files.
 *
 * @param method the login method, as the user named it
 * @param host the machine with the variables and files
 */
record VaultLogin(String method, HostEnvironment host) {

	private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

	/**
	 * Chooses the login for the method.
	 * @param rest calls the server without a token
	 * @throws StoreDeniedException if there are no credentials to log in with
	 */
	ClientAuthentication authentication(RestOperations rest) {
		return switch (this.method) {
			case "token" -> new TokenAuthentication(token());
			case "approle" -> new AppRoleAuthentication(AppRoleAuthenticationOptions.builder()
				.path(mount())
				.roleId(AppRoleAuthenticationOptions.RoleId.provided(required(KnownVariable.VAULT_ROLE_ID)))
				.secretId(AppRoleAuthenticationOptions.SecretId.provided(required(KnownVariable.VAULT_SECRET_ID)))
				.build(), rest);
			case "kubernetes" -> {
				String jwt = serviceAccount();
				yield new KubernetesAuthentication(KubernetesAuthenticationOptions.builder()
					.path(mount())
					.role(required(KnownVariable.VAULT_ROLE))
					.jwtSupplier(() -> jwt)
					.build(), rest);
			}
			case "jwt" -> new JwtAuthentication(JwtAuthenticationOptions.builder()
				.path(mount())
				.role(required(KnownVariable.VAULT_ROLE))
				.jwt(required(KnownVariable.VAULT_JWT))
				.build(), rest);
			default -> throw new HeadjackException(FailureKind.MISUSED,
					"there is no way to log in to Vault named '%s'".formatted(this.method),
					"set vault.auth to one of: token, approle, kubernetes, jwt");
		};
	}

	private String mount() {
		return this.host.variable(KnownVariable.VAULT_AUTH_MOUNT).orElse(this.method);
	}

	private String token() {
		return this.host.variable(KnownVariable.VAULT_TOKEN)
			.or(() -> content(this.host.home().resolve(".vault-token")))
			.map(VaultLogin::header)
			.orElseThrow(() -> new StoreDeniedException("there is no token to log in to Vault with",
					"run 'vault login', set VAULT_TOKEN, or choose another way with vault.auth"));
	}

	private String serviceAccount() {
		Path file = this.host.file(KnownVariable.VAULT_JWT_FILE).orElse(SERVICE_ACCOUNT);
		return content(file)
			.orElseThrow(() -> new StoreDeniedException("there is no token of a Kubernetes service account at " + file,
					"run hjk in a pod with a service account, or choose another way with vault.auth"));
	}

	private String required(KnownVariable variable) {
		return this.host.variable(variable)
			.map(String::strip)
			.orElseThrow(() -> new StoreDeniedException(
					"%s is not set, and vault.auth is %s".formatted(variable.key(), this.method),
					"set %s, or choose another way with vault.auth".formatted(variable.key())));
	}

	private static Optional<String> content(Path file) {
		try {
			return Files.exists(file) ? Optional.of(Files.readString(file).strip()).filter((text) -> !text.isEmpty())
					: Optional.empty();
		}
		catch (CharacterCodingException ex) {
			throw new StoreDeniedException(file + " holds bytes that no token has", "run 'vault login'", ex);
		}
		catch (IOException ex) {
			throw new StoreDeniedException("cannot read " + file, "make it readable to you", ex);
		}
	}

	// For an invalid header, the HTTP client would throw an exception that quotes the
	// token.
	private static String header(String token) {
		String text = token.strip();
		if (!text.matches("[!-~]+")) {
			throw new StoreDeniedException("the token to log in to Vault with holds characters that no token has",
					"run 'vault login', or correct VAULT_TOKEN");
		}
		return text;
	}

}
