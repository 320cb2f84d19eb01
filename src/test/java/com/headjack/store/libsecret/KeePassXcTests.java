package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;

/**
 * The store on KeePassXC.
 */
class KeePassXcTests extends KeyringProgramContract {

	private static final TestBus bus = TestBus.with(KeePassXc.open());

	KeePassXcTests() {
		super(bus);
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
