package com.headjack.store.keyctl;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.store.StoreProgram;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store inside a container, whose profile blocks keys.
 */
@Tag("engine")
class KeyctlContainerIntegrationTests {

	private static final String BLOCKED = "the kernel keyring is blocked here (seccomp)";

	private static KeyShell container() throws Exception {
		List<String> run = new ArrayList<>(List.of("docker", "run", "--rm", "--interactive"));
		mount(run, System.getProperty("java.home"));
		List<String> classes = KeyUser.classes();
		classes.forEach((path) -> mount(run, path));
		run.add("debian:bookworm-slim");
		return new KeyShell(StoreProgram.start(run, String.join(":", classes), KeyctlStoreProgram.class, List.of()));
	}

	private static void mount(List<String> command, String path) {
		command.addAll(List.of("--volume", path + ":" + path + ":ro"));
	}

	@Test
	void probeSaysThatKeysAreBlocked() throws Exception {
		try (KeyShell container = container()) {
			assertThat(container.ask("probe")).startsWith("Unavailable[reason=%s, remedy=choose ".formatted(BLOCKED));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "list", "find test-credential", "put test-credential CANARY", "remove test-credential" })
	void everyCallSaysThatKeysAreBlocked(String call) throws Exception {
		try (KeyShell container = container()) {
			assertThat(container.ask(call)).startsWith("StoreUnavailableException: %s; choose ".formatted(BLOCKED));
		}
	}

}
