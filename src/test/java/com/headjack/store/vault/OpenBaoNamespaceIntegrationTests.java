package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.SecretName;
import com.headjack.store.StoreDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store in a namespace of a real server, whose certificate a private authority has
 * signed.
 */
class OpenBaoNamespaceIntegrationTests extends VaultSecretStoreContract {

	@TempDir
	private static Path folder;

	private static OpenBao whole;

	private static OpenBao server;

	@BeforeAll
	static void startServer() throws IOException {
		whole = OpenBao.startWithTls(folder);
		server = whole.namespace("team/a");
	}

	@AfterAll
	static void stopServer() {
		whole.close();
	}

	@Override
	protected VaultServer server() {
		return server;
	}

	/**
	 * A namespace changes no step, and each is tried without one.
	 */
	@Override
	protected int stride() {
		return 4;
	}

	@Override
	protected int migrationStride() {
		return 19;
	}

	@Test
	void findInAnotherNamespaceIsEmpty() {
		SecretName name = name();
		put(name, "CANARY-value");
		assertThat(VaultAccess.to(whole).store().find(name)).isEmpty();
		assertThat(VaultAccess.asRoot(whole).inNamespace("team/a").store().find(name)).isPresent();
	}

	@Test
	void findWithTheTokenOfAnotherNamespaceIsDenied() {
		VaultAccess outer = VaultAccess.to(whole).inNamespace("team/a");
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> outer.store().find(name()));
		VaultAccess inner = new VaultAccess(whole.settings(), VaultAccess.to(server).token());
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> inner.store().find(name()));
	}

}
