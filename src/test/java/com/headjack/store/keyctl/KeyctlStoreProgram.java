package com.headjack.store.keyctl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;

import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.Faults;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreException;
import com.headjack.store.StoreProgram;
import com.headjack.store.TestLocks;

final class KeyctlStoreProgram {

	/**
	 * Stands before every answer.
	 */
	static final String ANSWER = "> ";

	private KeyctlStoreProgram() {
	}

	static SecretStore kernelStore() {
		KeyctlBindings keys = stepped(new SyscallKeyctlBindings(SyscallNumbers.of(System.getProperty("os.arch"))));
		return new KeyctlSecretStore(() -> keys, OperatingSystem.LINUX,
				new KeyctlFailures(KeyQuota.ofThisUser()::usage), new Deadline(Duration.ofSeconds(60)));
	}

	/**
	 * Each call is a step.
	 */
	private static KeyctlBindings stepped(KeyctlBindings keys) {
		return (KeyctlBindings) Proxy.newProxyInstance(KeyctlBindings.class.getClassLoader(),
				new Class<?>[] { KeyctlBindings.class }, (_, method, arguments) -> {
					Faults.step();
					try {
						return method.invoke(keys, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	/**
	 * Does what the arguments say, or without any what every line of the input says.
	 */
	public static void main(String[] arguments) {
		RevisedStore store = TestLocks.over(kernelStore());
		if (arguments.length > 0) {
			StoreProgram.run(store, List.of(arguments));
			return;
		}
		Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
		while (input.hasNextLine()) {
			System.out.println(ANSWER + answer(store, List.of(input.nextLine().split(" "))));
		}
	}

	private static String answer(RevisedStore store, List<String> words) {
		try {
			return StoreProgram.answer(store, words);
		}
		catch (StoreException ex) {
			return "%s: %s; %s".formatted(ex.getClass().getSimpleName(), ex.getMessage(), ex.remedy().orElseThrow());
		}
	}

}
