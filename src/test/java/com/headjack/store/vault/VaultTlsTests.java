package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Servers whose certificates a private authority has signed.
 */
class VaultTlsTests {

	@TempDir
	private static Path folder;

	@BeforeAll
	static void makeCertificates() throws IOException, GeneralSecurityException {
		Certificates certificates = new Certificates(folder);
		certificates.authority("authority", "Authority");
		certificates.authority("other", "Other");
		certificates.authority("successor", "Authority");
		certificates.server("server.p12", "authority", "san=ip:127.0.0.1");
		certificates.server("elsewhere.p12", "authority", "san=dns:elsewhere.example");
	}

	private static FakeVault start(String store) throws IOException, GeneralSecurityException {
		return FakeVault.start(new Certificates(folder).context(store));
	}

	private static KeyValueEngine engine(String address, @Nullable String authority) {
		VaultSettings settings = new VaultSettings(address, "secret", "headjack", null, "token",
				(authority != null) ? folder.resolve(authority) : null);
		return new VaultAccess(settings, FakeVault.TOKEN).engine();
	}

	@Test
	void checkWhenTheAuthorityIsNamedSucceeds() throws IOException, GeneralSecurityException {
		try (FakeVault server = start("server.p12")) {
			engine(server.address(), "authority.pem").check();
			assertThat(server.seen).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "authority, successor", "successor, authority", "other, authority" })
	void checkWhenTheAuthorityIsOneOfTwoSucceeds(String first, String second)
			throws IOException, GeneralSecurityException {
		Files.writeString(folder.resolve("two.pem"), "# two\n" + Files.readString(folder.resolve(first + ".pem"))
				+ Files.readString(folder.resolve(second + ".pem")));
		try (FakeVault server = start("server.p12")) {
			engine(server.address(), "two.pem").check();
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
		Files.createDirectory(folder.resolve("folder.pem"));
		for (String authority : List.of("empty.pem", "broken.pem", "missing.pem", "folder.pem", "server.p12")) {
			assertThatExceptionOfType(StoreUnavailableException.class)
				.isThrownBy(() -> engine("https://127.0.0.1:1", authority))
				.withMessageContaining(authority)
				.satisfies((failure) -> assertThat(failure.remedy()).contains("correct VAULT_CACERT"));
		}
	}

}
