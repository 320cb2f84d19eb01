package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine at a network address: behind TLS, where it lets in only who has a
 * certificate, and for everybody.
 */
class NetworkEngineIntegrationTests extends InstanceTestBase {

	@TempDir
	static Path place;

	private static NetworkFront front;

	@BeforeAll
	static void startFront() throws IOException {
		front = NetworkFront.encrypted(place.resolve("front"));
	}

	@AfterAll
	static void stopFront() {
		front.close();
	}

	@Test
	void aContextBringsItsCertificates() throws Exception {
		String id = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest("far".getBytes(StandardCharsets.UTF_8)));
		Path contexts = this.product.home().resolve(".docker/contexts");
		Path meta = Files.createDirectories(contexts.resolve("meta").resolve(id));
		Files.writeString(meta.resolve("meta.json"), "{\"Name\":\"far\",\"Endpoints\":{\"docker\":{\"Host\":\""
				+ front.address() + "\",\"SkipTLSVerify\":false}}}");
		front.certify(contexts.resolve("tls").resolve(id).resolve("docker"));
		this.product.with("DOCKER_CONTEXT", "far");
		assertThatAnInstanceLives();
	}

	@Test
	void theEnvironmentNamesTheCertificates() throws IOException {
		this.product.with("DOCKER_HOST", front.address())
			.with("DOCKER_TLS_VERIFY", "1")
			.with("DOCKER_CERT_PATH", front.certify(this.folder.resolve("certificates")).toString());
		assertThatAnInstanceLives();
	}

	@Test
	void anEngineWithoutEncryptionIsReached() throws IOException {
		try (NetworkFront open = NetworkFront.open(this.folder.resolve("open"))) {
			this.product.with("DOCKER_HOST", open.address());
			assertThatAnInstanceLives();
			this.product.hjk("rm", "feat/x", "-f").done();
		}
		this.product.without("DOCKER_HOST");
	}

	@Test
	void whoHasACertificateOfAnotherAuthorityIsKeptOut() throws IOException {
		Path other = Files.createDirectories(this.folder.resolve("other"));
		NetworkFront.makeCertificates(other);
		this.product.with("DOCKER_HOST", front.address())
			.with("DOCKER_TLS_VERIFY", "1")
			.with("DOCKER_CERT_PATH", NetworkFront.certify(other, this.folder.resolve("certificates")).toString());
		this.product.hjk("run", "feat/x").assertFailed(4, "connection to the container engine", "DOCKER_HOST");
		this.product.without("DOCKER_HOST").assertNothingIsMade("feat/x");
	}

	private void assertThatAnInstanceLives() {
		this.product.hjk("run", "feat/x").done();
		String text = "line of 16 bytes\n".repeat(200_000);
		Hjk.Result piped = this.product.piped(text, "exec", "feat/x", "--no-mux", "--", "sh", "-c", "cat; exit 7");
		assertThat(piped.code()).isEqualTo(7);
		assertThat(piped.output()).isEqualTo(text);
		assertThat(this.product.hjk("ps").done()).contains("feat/x");
	}

}
