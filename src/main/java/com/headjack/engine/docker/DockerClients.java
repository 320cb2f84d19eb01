package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * Makes docker-java's clients from the host's environment alone.
 */
final class DockerClients {

	private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(3);

	private static final String CERTIFICATES = "repair them, or set DOCKER_CERT_PATH to another folder";

	private final HostEnvironment host;

	DockerClients(HostEnvironment host) {
		this.host = host;
	}

	/**
	 * Makes a client, which connects on first use.
	 * @param address the engine's address
	 * @return the client, to be closed
	 */
	EngineClient client(EngineAddress address) {
		DefaultDockerClientConfig config = config(address);
		SSLConfig encryption = config.getSSLConfig();
		SSLContext context = context(encryption);
		DockerHttpClient client = new ZerodepDockerHttpClient.Builder().dockerHost(address.uri())
			.sslConfig((encryption != null) ? encryption : NoEncryption::new)
			.connectionTimeout(CONNECT_PATIENCE)
			.build();
		StreamingHttpClient http = new StreamingHttpClient(client, address, context);
		return new EngineClient(DockerClientImpl.getInstance(new ClientConfig(config), http), http);
	}

	private static @Nullable SSLContext context(@Nullable SSLConfig encryption) {
		try {
			return (encryption != null) ? encryption.getSSLContext() : null;
		}
		catch (GeneralSecurityException | DockerClientException ex) {
			throw new EngineUnavailableException("docker's certificates cannot be used", CERTIFICATES, ex);
		}
	}

	/**
	 * Requires the certificates, without which docker-java does not encrypt.
	 */
	private static String certificates(String folder) {
		Stream.of("ca.pem", "cert.pem", "key.pem")
			.filter((name) -> !Files.isReadable(Path.of(folder, name)))
			.findFirst()
			.ifPresent((name) -> {
				throw new EngineUnavailableException(
						"DOCKER_TLS_VERIFY is set and %s is missing in %s".formatted(name, folder), CERTIFICATES, null);
			});
		return folder;
	}

	private DefaultDockerClientConfig config(EngineAddress address) {
		String folder = DockerContexts.of(this.host).folder().toString();
		String context = address.context();
		boolean encrypted = !address.local() && this.host.variable(KnownVariable.DOCKER_TLS_VERIFY).isPresent();
		// its factory method would read properties from the class path and the home
		// folder
		DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder()
			.withDockerHost(address.uri().toString())
			.withDockerConfig(folder)
			.withDockerContext((context != null) ? context : "default")
			.withDockerTlsVerify(encrypted);
		if (encrypted) {
			builder.withDockerCertPath(
					certificates(this.host.file(KnownVariable.DOCKER_CERT_PATH).map(Path::toString).orElse(folder)));
		}
		try {
			return builder.build();
		}
		catch (DockerClientException _) {
			throw new EngineUnavailableException("docker's configuration in " + folder + " cannot be used",
					"repair its config.json, or set DOCKER_CONFIG to another folder", null);
		}
	}

}
