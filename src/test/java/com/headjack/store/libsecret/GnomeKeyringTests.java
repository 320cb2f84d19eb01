package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;

/**
 * The store on gnome-keyring.
 */
class GnomeKeyringTests extends KeyringProgramContract {

	private static final TestBus bus = TestBus.withKeyring();

	GnomeKeyringTests() {
		super(bus);
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
