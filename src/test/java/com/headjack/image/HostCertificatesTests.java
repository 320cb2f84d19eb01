package com.headjack.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;

class HostCertificatesTests {

	private static final String KEY = "-----BEGIN PRIVATE KEY-----\nRkFLRQ==\n-----END PRIVATE KEY-----\n";

	@TempDir
	Path root;

	@Test
	void filesAreThoseThatTheUsualOnesLack() throws IOException {
		write("usr/share/ca-certificates/mozilla/usual.crt", certificate("usual"));
		write("usr/local/share/ca-certificates/company.crt", certificate("company").replace("\n", "\r\n"));
		write("etc/ssl/certs/ca-certificates.crt",
				certificate("usual") + certificate("company") + certificate("proxy"));
		assertThat(found(Map.of())).containsExactly(certificate("company"), certificate("proxy"));
	}

	@Test
	void filesHoldNoKeyAndOneCertificateEach() throws IOException {
		write("etc/pki/ca-trust/source/anchors/all.crt", certificate("one") + KEY + "text\n" + certificate("two"));
		assertThat(found(Map.of())).containsExactly(certificate("one"), certificate("two"));
	}

	@Test
	void filesWhenTheUsualOnesAreNotKnownAreThoseThatWereAdded() throws IOException {
		write("usr/local/share/ca-certificates/company.crt", certificate("company"));
		write("etc/ssl/certs/ca-certificates.crt", certificate("usual"));
		assertThat(found(Map.of())).containsExactly(certificate("company"));
	}

	@Test
	void filesAreAlsoThoseThatVariablesName() throws IOException {
		write("usr/share/ca-certificates/usual.crt", certificate("usual"));
		write("one.pem", certificate("one"));
		write("two.pem", certificate("two"));
		assertThat(found(Map.of("SSL_CERT_FILE", this.root.resolve("one.pem").toString(), "NODE_EXTRA_CA_CERTS",
				this.root.resolve("two.pem").toString())))
			.containsExactly(certificate("one"), certificate("two"));
		assertThat(found(Map.of("SSL_CERT_FILE", this.root.resolve("absent").toString()))).isEmpty();
	}

	private void write(String name, String text) throws IOException {
		Path file = this.root.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	private List<String> found(Map<String, String> variables) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.root, this.root, variables, Set.of());
		Map<String, byte[]> files = new HostCertificates(host, this.root).files();
		assertThat(files.keySet()).allMatch((name) -> name.matches("host-\\d+\\.crt"));
		return files.values().stream().map((bytes) -> new String(bytes, StandardCharsets.US_ASCII)).toList();
	}

	private static String certificate(String name) {
		return "-----BEGIN CERTIFICATE-----\nFAKE" + name + "==\n-----END CERTIFICATE-----\n";
	}

}
