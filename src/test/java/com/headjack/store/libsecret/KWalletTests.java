package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;

/**
 * The store on KWallet.
 */
class KWalletTests extends KeyringProgramContract {

	private static final TestBus bus = TestBus.with(new KWallet());

	KWalletTests() {
		super(bus);
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
