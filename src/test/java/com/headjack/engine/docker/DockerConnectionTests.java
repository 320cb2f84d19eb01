package com.headjack.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.text.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@Timeout(120)
class DockerConnectionTests {

	@TempDir
	Path folder;

	private Path socket = Path.of("");

	private ServerSocketChannel server;

	DockerConnectionTests() throws IOException {
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
	}

	@BeforeEach
	void listen() throws IOException {
		this.socket = this.folder.resolve("engine.sock");
		this.server.bind(UnixDomainSocketAddress.of(this.socket));
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
	}

	@Test
	void callWhenTheEngineIsMuteDoesNotWaitForEver() {
		try (DockerContainerEngine engine = engine(connection(Duration.ofSeconds(2), this.socket))) {
			assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessageContaining("did not answer within")
				.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
		}
	}

	@Test
	void closeEndsTheCallsThatAreNotDone() throws InterruptedException {
		DockerConnection connection = connection(Duration.ofSeconds(60), this.socket);
		CountDownLatch begun = new CountDownLatch(1);
		AtomicBoolean ended = new AtomicBoolean();
		Thread caller = Thread.ofPlatform().start(() -> connection.call((_) -> {
			begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException _) {
				ended.set(true);
			}
			return null;
		}));
		begun.await();
		Thread.currentThread().interrupt();
		connection.close();
		assertThat(ended).isTrue();
		assertThat(Thread.interrupted()).isTrue();
		caller.join();
	}

	@Test
	void streamThatBeginsAfterItsEndIsClosed() {
		AtomicBoolean closed = new AtomicBoolean();
		try (FrameSink sink = new FrameSink(OutputStream.nullOutputStream(), OutputStream.nullOutputStream())) {
			sink.cancel();
			sink.onStart(() -> closed.set(true));
			assertThat(closed).isTrue();
		}
	}

	@Test
	void callWhenTheEngineHangsUpIsUnavailable() {
		Thread.ofVirtual().start(() -> answer(""));
		try (DockerContainerEngine engine = engine(this.socket)) {
			assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(engine::version)
				.withMessageContaining("broke");
		}
	}

	@Test
	void callWhenTheEngineFailsGivesItsReason() {
		Thread.ofVirtual()
			.start(() -> answer("HTTP/1.1 500 Oops\r\nContent-Length: 23\r\n\r\n{\"message\":\"disk full\"}"));
		try (DockerContainerEngine engine = engine(this.socket)) {
			assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessage("the engine refused to list containers: disk full");
		}
	}

	@Test
	void callWhenTheAnswerIsNoneOfAnEngineIsUnavailable() {
		Thread.ofVirtual().start(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>"));
		assertThatItIsNoEngine();
	}

	@Test
	void callWhenAProxyAnswersWithAPageIsUnavailable() {
		Thread.ofVirtual().start(() -> answer("HTTP/1.1 502 Oops\r\nContent-Length: 8\r\n\r\n\r\n<html>"));
		assertThatItIsNoEngine();
	}

	private void assertThatItIsNoEngine() {
		try (DockerContainerEngine engine = engine(this.socket)) {
			assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessage("what answers at unix://" + this.socket + " is not a container engine")
				.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
		}
	}

	@Test
	void callWhenTheCertificatesAreMissingOrBrokenDoesNotGoOnWithoutThem() throws IOException {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder,
				Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", this.folder.toString()), Set.of());
		EngineAddress address = new EngineAddress(URI.create("tcp://127.0.0.1:1"), null);
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new DockerClients(host).client(address))
			.withMessage("DOCKER_TLS_VERIFY is set and ca.pem is missing in " + this.folder)
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
		for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
			Files.writeString(this.folder.resolve(name), "FAKE");
		}
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new DockerClients(host).client(address))
			.withMessage("docker's certificates cannot be used");
	}

	@Test
	void callWhenTheContextIsEncryptedTakesItsCertificates() throws IOException {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(), Set.of());
		EngineAddress address = new EngineAddress(URI.create("tcp://127.0.0.1:1"), "work");
		Path certificates = Files.createDirectories(
				this.folder.resolve(".docker/contexts/tls").resolve(Sha256.hex("work")).resolve("docker"));
		Files.writeString(certificates.resolve("ca.pem"), "FAKE");
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new DockerClients(host).client(address))
			.withMessage("the docker context \"work\" is encrypted and cert.pem is missing in " + certificates);
		Files.writeString(certificates.resolve("cert.pem"), "FAKE");
		Files.writeString(certificates.resolve("key.pem"), "FAKE");
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new DockerClients(host).client(address))
			.withMessage("docker's certificates cannot be used");
		Path meta = Files.createDirectories(this.folder.resolve(".docker/contexts/meta").resolve(Sha256.hex("work")));
		Files.writeString(meta.resolve("meta.json"), "{\"Endpoints\":{\"docker\":{\"SkipTLSVerify\":true}}}");
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> new DockerClients(host).client(address))
			.withMessageContaining("does not check who the engine is");
	}

	@Test
	void callWhenThereIsNoSocketNamesWhereItLooked() {
		Path absent = this.folder.resolve("absent.sock");
		try (DockerContainerEngine engine = engine(absent)) {
			assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessage("no container engine answers (looked at unix://" + absent + ")");
		}
	}

	@Test
	void callWhenNobodyListensIsUnavailable() throws IOException {
		this.server.close();
		assertThat(this.socket).exists();
		try (DockerContainerEngine engine = engine(this.socket)) {
			assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessageStartingWith("no container engine answers");
		}
	}

	@Test
	void callWhenTheFirstPlaceIsEmptyTakesTheNext() {
		try (DockerConnection connection = connection(this.folder.resolve("absent.sock"), this.socket)) {
			assertThat(connection.address()).isEqualTo(EngineAddress.of(this.socket));
		}
	}

	@Test
	void callWhenDockersConfigurationIsBrokenSaysSo() throws IOException {
		Files.writeString(Files.createDirectories(this.folder.resolve(".docker")).resolve("config.json"),
				"{\"auths\":{\"registry\":{\"auth\":\"CANARY");
		try (DockerContainerEngine engine = engine(this.socket)) {
			assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine.list(Map.of()))
				.withMessageStartingWith("docker's configuration in ")
				.withNoCause();
		}
	}

	@Test
	void makingAndClosingTouchNothing() {
		DockerConnection connection = new DockerConnection(() -> {
			throw new AssertionError();
		}, (_) -> {
			throw new AssertionError();
		}, Duration.ZERO);
		assertThatNoException().isThrownBy(() -> engine(connection).close());
	}

	private DockerContainerEngine engine(Path... sockets) {
		return engine(connection(sockets));
	}

	private DockerContainerEngine engine(DockerConnection connection) {
		return new DockerContainerEngine(connection, new ContainerProxies(host()));
	}

	private HostEnvironment host() {
		return new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(), Set.of());
	}

	private DockerConnection connection(Path... sockets) {
		return connection(Duration.ofSeconds(60), sockets);
	}

	private DockerConnection connection(Duration patience, Path... sockets) {
		List<EngineAddress> candidates = List.of(sockets).stream().map(EngineAddress::of).toList();
		return new DockerConnection(() -> candidates, new DockerClients(host())::client, patience);
	}

	private void answer(String text) {
		while (this.server.isOpen()) {
			try (SocketChannel channel = this.server.accept()) {
				if (channel.read(ByteBuffer.allocate(65536)) > 0) {
					channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
				}
			}
			catch (IOException _) {
				return;
			}
		}
	}

}
