package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;

/**
 * The store on KWallet.
 */
class KWalletIntegrationTests extends KeyringProgramContract {

	private static final TestBus bus = TestBus.with(new KWallet());

	KWalletIntegrationTests() {
		super(bus);
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
