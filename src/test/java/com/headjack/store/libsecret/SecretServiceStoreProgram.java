package com.headjack.store.libsecret;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.headjack.store.StoreProgram;
import com.headjack.store.TestLocks;

final class SecretServiceStoreProgram {

	private SecretServiceStoreProgram() {
	}

	public static void main(String[] arguments) {
		List<String> words = Arrays.asList(arguments);
		StoreProgram.run(TestLocks.over(TestBus.patient(words.getFirst(), Duration.ofSeconds(5))),
				words.subList(1, words.size()));
	}

}
