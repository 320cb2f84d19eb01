package com.headjack.store.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Servers whose certificates a private authority has signed.
 */
class VaultTlsTests {

	private static final String PASSWORD = "FAKE-password";

	@TempDir
	private static Path folder;

	@BeforeAll
	static void makeCertificates() throws IOException {
		keytool("authority.p12", "-genkeypair", "-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c");
		keytool("authority.p12", "-exportcert", "-alias", "authority", "-rfc", "-file", file("authority.pem"));
		keytool("other.p12", "-genkeypair", "-alias", "other", "-dname", "CN=Other", "-ext", "bc:c");
		keytool("other.p12", "-exportcert", "-alias", "other", "-rfc", "-file", file("other.pem"));
		server("server.p12", "san=ip:127.0.0.1");
		server("elsewhere.p12", "san=dns:elsewhere.example");
	}

	private static void server(String store, String name) throws IOException {
		keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=Server");
		keytool(store, "-certreq", "-alias", "server", "-file", file("request"));
		keytool("authority.p12", "-gencert", "-alias", "authority", "-ext", name, "-infile", file("request"),
				"-outfile", file("certificate"));
		keytool(store, "-importcert", "-noprompt", "-alias", "authority", "-file", file("authority.pem"));
		keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", file("certificate"));
	}

	private static String file(String name) {
		return folder.resolve(name).toString();
	}

	private static void keytool(String store, String... words) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(words));
		command.addAll(List.of("-keystore", file(store), "-storepass", PASSWORD));
		if (command.contains("-genkeypair")) {
			command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (InputStream output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.onExit()).as(text).succeedsWithin(Duration.ofSeconds(30));
			assertThat(process.exitValue()).as(text).isZero();
		}
	}

	private static FakeVault start(String store) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance(folder.resolve(store).toFile(), PASSWORD.toCharArray());
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return FakeVault.start(context);
	}

	private static KeyValueEngine engine(String address, @Nullable String authority) {
		VaultSettings settings = new VaultSettings(address, "secret", "headjack", null, "token",
				(authority != null) ? folder.resolve(authority) : null);
		return VaultConnection.open(settings, VaultStoreProgram.host(Map.of("VAULT_TOKEN", FakeVault.TOKEN)),
				Duration.ofSeconds(20));
	}

	@Test
	void checkWhenTheAuthorityIsNamedSucceeds() throws IOException, GeneralSecurityException {
		try (FakeVault server = start("server.p12")) {
			engine(server.address(), "authority.pem").check();
			assertThat(server.seen).hasSize(1);
		}
	}

	@Test
	void checkWhenTheAuthorityIsUnknownOrAnotherSaysHowToNameIt() throws IOException, GeneralSecurityException {
		try (FakeVault server = start("server.p12")) {
			assertRefused(server, engine(server.address(), null));
			assertRefused(server, engine(server.address(), "other.pem"));
		}
	}

	@Test
	void checkWhenTheCertificateIsOfAnotherHostIsRefused() throws IOException, GeneralSecurityException {
		try (FakeVault server = start("elsewhere.p12")) {
			assertRefused(server, engine(server.address(), "authority.pem"));
		}
	}

	private static void assertRefused(FakeVault server, KeyValueEngine engine) {
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(engine::check)
			.withMessageContaining("could not be trusted")
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("VAULT_CACERT"));
		assertThat(server.seen).isEmpty();
	}

	@Test
	void openWhenTheAuthorityCannotBeUsedSaysWhy() throws IOException {
		Files.writeString(folder.resolve("empty.pem"), "");
		Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nFAKE\n");
		for (String authority : List.of("empty.pem", "broken.pem", "missing.pem")) {
			assertThatExceptionOfType(StoreUnavailableException.class)
				.isThrownBy(() -> engine("https://127.0.0.1:1", authority))
				.withMessageContaining(authority)
				.satisfies((failure) -> assertThat(failure.remedy()).contains("correct VAULT_CACERT"));
		}
	}

}
