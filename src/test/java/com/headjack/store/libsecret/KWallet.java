package com.headjack.store.libsecret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * KWallet, with a wallet that is opened as at a login: by the hash of a password.
 */
final class KWallet implements TestBus.KeyringProgram {

	private static final String NAME = "kdewallet";

	private static final int HASH_SIZE = 56;

	@Override
	public void start(TestBus bus) throws IOException {
		Path configuration = Files.createDirectories(bus.home().resolve(".config")).resolve("kwalletrc");
		Files.writeString(configuration, """
				[Wallet]
				First Use=false
				Default Wallet=kdewallet

				[org.freedesktop.secrets]
				apiEnabled=true
				""");
		open(bus);
		// It offers only those wallets that it has found when it was started.
		bus.killProvider();
		open(bus);
	}

	static void close(TestBus bus) {
		bus.call(BusCall.ofKWallet("close", "sb", NAME, true));
	}

	private static void open(TestBus bus) throws IOException {
		bus.run("kwalletd5");
		bus.awaitKeyring();
		bus.call(BusCall.ofKWallet("pamOpen", "sayi", NAME, new byte[HASH_SIZE], 0));
	}

}
