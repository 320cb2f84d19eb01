package com.headjack.store.vault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.vault.authentication.ClientAuthentication;
import org.springframework.vault.authentication.SimpleSessionManager;
import org.springframework.vault.authentication.VaultLoginException;
import org.springframework.vault.client.RestTemplateBuilder;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.client.VaultHttpHeaders;
import org.springframework.vault.core.VaultTemplate;

import com.headjack.host.HostEnvironment;
import com.headjack.host.Termination;
import com.headjack.store.StoreUnavailableException;

/**
 * Connects to a Vault server with Spring Vault.
 */
final class VaultConnection {

	private VaultConnection() {
	}

	/**
	 * Prepares the calls to a server, without making any.
	 * @param limit the time-out for one answer
	 */
	static KeyValueEngine open(VaultSettings settings, HostEnvironment host, Duration limit) {
		URI server = settings.server();
		RestTemplateBuilder templates = RestTemplateBuilder.builder()
			.endpoint(VaultEndpoint.from(URI.create(server + "/v1")))
			.requestFactory(requests(settings.authority(), limit));
		if (settings.namespace() != null) {
			templates.defaultHeader(VaultHttpHeaders.VAULT_NAMESPACE, settings.namespace());
		}
		VaultLogin login = new VaultLogin(settings.login(), host);
		return new RestKeyValueEngine(
				new VaultTemplate(templates, new SimpleSessionManager(strict(login.authentication(templates.build())))),
				settings, new VaultFailures(server, settings));
	}

	// If the answer has no token, Spring Vault throws an unspecific exception.
	private static ClientAuthentication strict(ClientAuthentication login) {
		return () -> {
			try {
				return login.login();
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				throw new VaultLoginException("the answer holds no token");
			}
		};
	}

	static JdkClientHttpRequestFactory requests(@Nullable Path authority, Duration limit) {
		HttpClient.Builder client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NORMAL)
			.connectTimeout(limit.dividedBy(2));
		if (authority != null) {
			client.sslContext(trusting(authority));
		}
		HttpClient http = client.build();
		// Without this hook, a pending request delays the JVM's exit by 0.3 seconds.
		Termination.hook(() -> {
			http.shutdownNow();
			http.close();
		});
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(limit);
		return requests;
	}

	// Spring Vault's own reader accepts a file without certificates, and keeps only one
	// of two authorities with the same name.
	private static SSLContext trusting(Path authority) {
		try {
			PemSslStore certificates = PemSslStore.of(PemContent.load(authority).getCertificates(), null);
			return SslBundle.of(new PemSslStoreBundle(null, certificates)).createSslContext();
		}
		catch (IOException ex) {
			throw unusable(authority, "cannot be read", ex);
		}
		catch (IllegalStateException ex) {
			throw unusable(authority, "holds no certificates in PEM format", ex);
		}
	}

	private static StoreUnavailableException unusable(Path authority, String reason, Exception cause) {
		return new StoreUnavailableException("the certificate authority %s %s".formatted(authority, reason),
				"correct VAULT_CACERT", cause);
	}

}
