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

	// After many writes KeePassXC 2.7.4 sometimes crashes when the item is deleted.
	@Override
	protected int times() {
		return 10;
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
