package com.headjack.store.windows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;
import com.headjack.store.TestLocks;

/**
 * Uses the Credential Manager of this machine in a process of its own.
 */
final class WincredStoreProgram {

	private WincredStoreProgram() {
	}

	private static CredentialBindings bindings() {
		CredentialBindings credentials = Advapi32CredentialBindings.ofWindows();
		return Boolean.getBoolean("headjack.wine") ? new AtomicBindings(credentials) : credentials;
	}

	static SecretStore store() {
		return new WincredSecretStore(WincredStoreProgram::bindings, OperatingSystem.WINDOWS, Clock.systemUTC(),
				new Deadline(Duration.ofSeconds(30)));
	}

	/**
	 * Starts the program with the options that this Java was started with.
	 */
	static Process start(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.add(TestLocks.option());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), WincredStoreProgram.class.getName()));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	public static void main(String[] words) {
		StoreProgram.run(TestLocks.over(store()), List.of(words));
	}

}
