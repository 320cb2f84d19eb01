package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store in a real server, with a token that may do what README says, and no more.
 */
class OpenBaoSecretStoreIntegrationTests extends VaultSecretStoreContract {

	@TempDir
	private static Path folder;

	private static OpenBao server;

	@BeforeAll
	static void startServer() throws IOException {
		server = OpenBao.start(folder);
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@Override
	protected VaultServer server() {
		return server;
	}

}
