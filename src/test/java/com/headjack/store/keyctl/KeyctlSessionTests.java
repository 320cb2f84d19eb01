package com.headjack.store.keyctl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store in the sessions of one user, who is not root.
 */
class KeyctlSessionTests {

	private static final Map<KeySession, KeyShell> SHELLS = new EnumMap<>(KeySession.class);

	@TempDir
	private static Path folder;

	private static KeyUser user;

	@BeforeAll
	static void beginAll() throws Exception {
		user = new KeyUser(folder);
		for (KeySession session : user.sessions()) {
			SHELLS.put(session, user.begin(session));
		}
	}

	@AfterAll
	static void endAll() throws IOException {
		for (KeyShell shell : SHELLS.values()) {
			shell.close();
		}
		user.close();
	}

	@Test
	void probeInEverySessionIsReady() throws IOException {
		for (KeyShell shell : SHELLS.values()) {
			assertThat(shell.ask("probe")).isEqualTo("Ready[]");
		}
	}

	@Test
	void whatOneSessionPutsEveryOtherFindsAndListsAndReplacesAndRemoves() throws IOException {
		for (KeySession writer : SHELLS.keySet()) {
			for (KeySession reader : SHELLS.keySet()) {
				for (KeySession remover : SHELLS.keySet()) {
					share("%s-%s-%s".formatted(writer, reader, remover), SHELLS.get(writer), SHELLS.get(reader),
							SHELLS.get(remover));
				}
			}
		}
	}

	private void share(String who, KeyShell writer, KeyShell reader, KeyShell remover) throws IOException {
		assertThat(writer.ask("put test-credential CANARY-" + who)).isEmpty();
		assertThat(reader.ask("find test-credential")).isEqualTo("CANARY-" + who);
		assertThat(reader.ask("list")).isEqualTo("[test-credential]");
		assertThat(reader.ask("put test-credential CANARY-after")).isEmpty();
		assertThat(writer.ask("find test-credential")).isEqualTo("CANARY-after");
		assertThat(remover.ask("remove test-credential")).isEqualTo("true");
		assertThat(reader.ask("find test-credential")).isEqualTo("missing");
		assertThat(writer.ask("list")).isEqualTo("[]");
	}

}
