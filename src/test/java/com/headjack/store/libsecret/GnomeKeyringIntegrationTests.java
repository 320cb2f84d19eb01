package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;

/**
 * The store on gnome-keyring.
 */
class GnomeKeyringIntegrationTests extends KeyringProgramContract {

	private static final TestBus bus = TestBus.withKeyring();

	GnomeKeyringIntegrationTests() {
		super(bus);
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
