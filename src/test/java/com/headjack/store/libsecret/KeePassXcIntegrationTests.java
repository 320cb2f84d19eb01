package com.headjack.store.libsecret;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The store on KeePassXC.
 */
class KeePassXcIntegrationTests extends KeyringProgramContract {

	private static final KeePassXc program = KeePassXc.open();

	private static final TestBus bus = TestBus.with(program);

	// KeePassXC 2.7.4 sometimes crashes when an item is deleted.
	@RegisterExtension
	static final AfterCrash afterCrash = new AfterCrash(bus, program);

	KeePassXcIntegrationTests() {
		super(bus);
	}

	// Which happens most of all after many writes.
	@Override
	protected int times() {
		return 10;
	}

	@AfterAll
	static void stopKeyring() throws IOException {
		bus.close();
	}

}
