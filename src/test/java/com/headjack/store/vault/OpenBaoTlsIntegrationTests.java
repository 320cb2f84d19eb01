package com.headjack.store.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A real server whose certificate a private authority has signed.
 */
class OpenBaoTlsIntegrationTests {

	@TempDir
	private static Path folder;

	private static OpenBao server;

	@BeforeAll
	static void startServer() throws IOException {
		server = OpenBao.startWithTls(folder);
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@Test
	void checkWhenTheAuthorityIsNamedSucceeds() {
		VaultAccess.to(server).engine().check();
	}

	@Test
	void checkWhenTheAuthorityIsOneOfSeveralSucceeds() throws IOException, GeneralSecurityException {
		VaultAccess access = VaultAccess.to(server);
		Path own = folder.resolve("vault-ca.pem");
		Path several = Files.writeString(folder.resolve("several.pem"), "# ours\n" + Files.readString(own)
				+ Files.readString(new Certificates(folder).authority("other", "Other")));
		access.trusting(several).engine().check();
	}

	@Test
	void checkWhenTheAuthorityIsUnknownOrAnotherSaysHowToNameIt() throws IOException, GeneralSecurityException {
		VaultAccess access = VaultAccess.to(server);
		Path other = new Certificates(folder).authority("another", "Another");
		for (Path authority : new Path[] { null, other }) {
			assertThatExceptionOfType(StoreUnavailableException.class)
				.isThrownBy(() -> access.trusting(authority).engine().check())
				.withMessageContaining("could not be trusted")
				.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("VAULT_CACERT"));
		}
	}

	@Test
	void checkWhenTheAddressDoesNotSayTlsSaysHowItStarts() {
		VaultAccess access = VaultAccess.to(server).at(URI.create(server.address().replace("https:", "http:")));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> access.engine().check())
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("https://"));
	}

}
