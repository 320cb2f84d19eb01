package com.headjack.store.vault;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class VaultSecretStoreTests extends VaultSecretStoreContract {

	private static FakeVault server;

	@BeforeAll
	static void startServer() throws IOException {
		server = FakeVault.start();
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@Override
	protected int migrationStride() {
		return 19;
	}

	@Override
	protected VaultServer server() {
		return server;
	}

}
