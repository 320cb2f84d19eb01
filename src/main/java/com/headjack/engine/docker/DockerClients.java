package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
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
import com.headjack.engine.NamedAddress;
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
		if (address.ssh()) {
			SshTunnel tunnel = SshTunnel.open(new SshProgram(this.host, SshDestination.of(address)));
			try {
				return client(new EngineAddress(EngineAddress.of(tunnel.socket()).uri(), address.context()), tunnel);
			}
			catch (EngineUnavailableException ex) {
				tunnel.close();
				throw ex;
			}
		}
		return client(address, null);
	}

	private EngineClient client(EngineAddress address, @Nullable SshTunnel tunnel) {
		DefaultDockerClientConfig config = config(address);
		SSLConfig encryption = config.getSSLConfig();
		SSLContext context = context(encryption);
		DockerHttpClient client = new ZerodepDockerHttpClient.Builder().dockerHost(address.uri())
			.sslConfig(encryption(address, encryption))
			.connectionTimeout(CONNECT_PATIENCE)
			.build();
		StreamingHttpClient http = new StreamingHttpClient(client, address, context);
		return new EngineClient(DockerClientImpl.getInstance(new ClientConfig(config), http), http, tunnel);
	}

	/**
	 * docker-java encrypts a connection by the network if it is given a context at all.
	 */
	private static @Nullable SSLConfig encryption(EngineAddress address, @Nullable SSLConfig encryption) {
		return (encryption == null && !address.network()) ? NoEncryption::new : encryption;
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
	 * Finds the certificates for an address: its own, those of its context, or those that
	 * the environment names.
	 * @return their folder, or empty if the connection is not encrypted
	 */
	private Optional<Path> certificates(EngineAddress address) {
		if (!address.network()) {
			return Optional.empty();
		}
		DockerContexts contexts = DockerContexts.of(this.host);
		String context = address.context();
		return Optional.ofNullable(address.named())
			.flatMap(DockerClients::own)
			.or(() -> Optional.ofNullable(context)
				.flatMap(contexts::certificates)
				.map((folder) -> complete(folder, "the docker context \"" + context + "\" is encrypted")))
			.or(() -> this.host.variable(KnownVariable.DOCKER_TLS_VERIFY)
				.map((_) -> complete(this.host.file(KnownVariable.DOCKER_CERT_PATH).orElse(contexts.folder()),
						"DOCKER_TLS_VERIFY is set")));
	}

	private static Optional<Path> own(NamedAddress engine) {
		return Optional.ofNullable(engine.certificates())
			.map((folder) -> complete(folder, "engine %s is encrypted".formatted(engine.name()),
					"repair them, or name another folder with 'hjk config engines.%s.certificates FOLDER'"
						.formatted(engine.name())));
	}

	/**
	 * Requires the certificates, without which docker-java does not encrypt.
	 */
	private static Path complete(Path folder, String reason) {
		return complete(folder, reason, CERTIFICATES);
	}

	private static Path complete(Path folder, String reason, String remedy) {
		Stream.of("ca.pem", "cert.pem", "key.pem")
			.filter((name) -> !Files.isReadable(folder.resolve(name)))
			.findFirst()
			.ifPresent((name) -> {
				throw new EngineUnavailableException("%s and %s is missing in %s".formatted(reason, name, folder),
						remedy, null);
			});
		return folder;
	}

	private DefaultDockerClientConfig config(EngineAddress address) {
		String folder = DockerContexts.of(this.host).folder().toString();
		String context = address.context();
		Optional<Path> certificates = certificates(address);
		// its factory method would read properties from the class path and the home
		// folder
		DefaultDockerClientConfig.Builder builder = new DefaultDockerClientConfig.Builder()
			.withDockerHost(address.uri().toString())
			.withDockerConfig(folder)
			.withDockerContext((context != null) ? context : "default")
			.withDockerTlsVerify(certificates.isPresent());
		certificates.map(Path::toString).ifPresent(builder::withDockerCertPath);
		try {
			return builder.build();
		}
		catch (DockerClientException _) {
			throw new EngineUnavailableException("docker's configuration in " + folder + " cannot be used",
					"repair its config.json, or set DOCKER_CONFIG to another folder", null);
		}
	}

}
