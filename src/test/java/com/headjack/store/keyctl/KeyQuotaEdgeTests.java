package com.headjack.store.keyctl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store of a user who has used up the quota of an ordinary one.
 */
class KeyQuotaEdgeTests {

	private static final String FULL = "StoreQuotaExceededException: "
			+ "the kernel keyring has no room left for this user \\(\\d+ of \\d+ bytes and \\d+ of \\d+ keys are used\\); "
			+ "remove a credential with .hjk auth remove., raise kernel.keys.maxbytes and kernel.keys.maxkeys, or .*";

	@TempDir
	private Path folder;

	private KeyUser user;

	private KeyShell shell;

	private int fillers;

	@BeforeEach
	void begin() throws Exception {
		this.user = new KeyUser(this.folder);
		this.shell = this.user.begin(KeySession.LOGIN);
		assertThat(this.shell.ask("put test-credential CANARY-before")).isEmpty();
	}

	@AfterEach
	void end() throws IOException {
		this.shell.ask("remove test-credential");
		for (int i = 0; i < this.fillers; i++) {
			this.shell.ask("remove filler-credential." + i);
		}
		this.shell.close();
		this.user.close();
	}

	private void fill(int size) throws IOException {
		String answer = "";
		while (answer.isEmpty()) {
			answer = this.shell.ask("put filler-credential.%s %s".formatted(this.fillers++, "C".repeat(size)));
		}
		assertThat(answer).matches(FULL);
	}

	private void fillToTheLastByte() throws IOException {
		for (int size : new int[] { 4_000, 1_000, 100, 1 }) {
			fill(size);
		}
		String longer = "C";
		while (this.shell.ask("put filler-credential.0 " + longer + "C".repeat(4_000)).isEmpty()) {
			longer += "C";
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4_000 })
	@Timeout(180)
	void putWhenNoRoomIsLeftThrowsAndKeepsTheOldSecret(int size) throws IOException {
		fill(size);
		assertThat(this.shell.ask("put other-credential " + "C".repeat(size))).matches(FULL);
		assertThat(this.shell.ask("put test-credential " + "C".repeat(20_000))).matches(FULL);
		assertThat(this.shell.ask("find test-credential")).isEqualTo("CANARY-before");
		assertThat(this.shell.ask("put test-credential CANARY-after-")).isEmpty();
		assertThat(this.shell.ask("find test-credential")).isEqualTo("CANARY-after-");
		assertThat(this.shell.ask("list")).doesNotContain("other").contains("test-credential");
	}

	@Test
	@Timeout(180)
	void everySessionWhenNotAByteIsLeftReadsAndReplacesAndRemoves() throws Exception {
		fillToTheLastByte();
		for (KeySession session : this.user.sessions()) {
			try (KeyShell other = this.user.begin(session)) {
				assertThat(other.ask("probe")).as("%s", session).isEqualTo("Ready[]");
				assertThat(other.ask("find test-credential")).as("%s", session).isEqualTo("CANARY-before");
				assertThat(other.ask("list")).contains("test-credential");
				assertThat(other.ask("put test-credential CANARY-longer-than-before")).matches(FULL);
				assertThat(other.ask("put test-credential CANARY-before")).isEmpty();
			}
		}
		try (KeyShell other = this.user.begin(KeySession.SERVICE)) {
			assertThat(other.ask("remove filler-credential.0")).isEqualTo("true");
			assertThat(roomIn(other)).isTrue();
		}
		assertThat(this.shell.ask("find test-credential")).isEqualTo("CANARY-longer-than-before");
	}

	// The kernel gives the room back a moment after a key is gone.
	private static boolean roomIn(KeyShell shell) throws IOException {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (System.nanoTime() < end) {
			if (shell.ask("put test-credential CANARY-longer-than-before").isEmpty()) {
				return true;
			}
		}
		return false;
	}

}
