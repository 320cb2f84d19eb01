package com.headjack.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.host.HostPaths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The life of a record, and what the container can do to the host's reading.
 */
class SessionFilesTests {

	@TempDir
	Path folder;

	private Scene scene;

	private SessionFiles files;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.files = this.scene.files;
	}

	private static SessionRecord record(String name) {
		return new SessionRecord(name, "claude", Scene.NOW, Scene.NOW, new SessionLogin(LoginMethod.API_KEY, "work"),
				Scene.BOOT);
	}

	@Test
	void claimTakesANameOnce() {
		assertThat(this.files.claim(record("a"))).isTrue();
		assertThat(this.files.claim(record("a"))).isFalse();
		assertThat(this.files.claim(record("b"))).isTrue();
		assertThat(this.files.records()).containsExactlyInAnyOrder(record("a"), record("b"));
	}

	@Test
	void renameChangesTheAccountOfItsSessionsAlone() {
		SessionRecord other = new SessionRecord("c", "codex", Scene.NOW, Scene.NOW,
				new SessionLogin(LoginMethod.API_KEY, "work"), Scene.BOOT);
		SessionRecord shell = new SessionRecord("s", "shell", Scene.NOW, Scene.NOW, null, Scene.BOOT);
		List.of(record("a"), other, shell).forEach(this.files::claim);
		new RecordedLogins(new HostPaths(this.folder, this.folder, this.folder.resolve("sessions"), this.folder))
			.rename(new AgentId("claude"), "work", "acme");
		assertThat(this.files.records()).containsExactlyInAnyOrder(record("a").ofAccount("acme"), other, shell);
		assertThat(this.files.find("a").orElseThrow().login()).isEqualTo(new SessionLogin(LoginMethod.API_KEY, "acme"));
		this.files.rename("claude", "work", "again");
		assertThat(this.files.find("a").orElseThrow()).isEqualTo(record("a").ofAccount("acme"));
	}

	@Test
	void renameWhenThereIsNoSessionDoesNothing() {
		new RecordedLogins(new HostPaths(this.folder, this.folder, this.folder.resolve("none"), this.folder))
			.rename(new AgentId("claude"), "work", "acme");
		assertThat(this.folder.resolve("none")).doesNotExist();
	}

	@Test
	void claimWhenItCannotBeWrittenLeavesNothing() {
		String tooLong = "a".repeat(300);
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> this.files.claim(record(tooLong)))
			.withMessageStartingWith("cannot write the session's record: ");
		assertThat(this.files.records()).isEmpty();
	}

	@Test
	void touchKeepsWhenASessionWasUsed() {
		this.files.claim(record("a"));
		this.files.touch("a", Scene.NOW.plusSeconds(9));
		assertThat(this.files.records()).containsExactly(record("a").accessed(Scene.NOW.plusSeconds(9)));
	}

	@Test
	void touchOfASessionThatIsGoneMakesNone() throws IOException {
		this.files.touch("a", Scene.NOW);
		assertThat(this.files.records()).isEmpty();
		try (Stream<Path> all = Files.list(this.scene.folder().path())) {
			assertThat(all).containsExactly(this.scene.folder().out());
		}
	}

	@Test
	void releaseTakesTheRecordAndAllThatTheSessionPutOut() throws IOException {
		this.files.claim(record("a"));
		for (String ending : new String[] { "log", "log.old", "size", "exit" }) {
			this.scene.out("a." + ending, "1");
		}
		this.files.release("a");
		assertThat(this.files.records()).isEmpty();
		try (Stream<Path> out = Files.list(this.scene.folder().out())) {
			assertThat(out).containsExactly(this.scene.folder().boot());
		}
	}

	@Test
	void recordsLeavesOutWhatIsMalformed() throws IOException {
		this.files.claim(record("a"));
		Files.writeString(this.scene.folder().path().resolve("b.json"), "{");
		assertThat(this.files.records()).containsExactly(record("a"));
	}

	@Test
	void recordsOfAnInstanceWithoutAFolderIsEmpty() throws IOException {
		FileSystemUtils.deleteRecursively(this.scene.folder().path());
		assertThat(this.files.records()).isEmpty();
		assertThat(this.files.boot()).isEmpty();
	}

	@Test
	void exitCodeIsWhatTheContainerWrote() throws IOException {
		assertThat(this.files.exitCode("a")).isEmpty();
		this.scene.out("a.exit", "137\n");
		assertThat(this.files.exitCode("a")).isEqualTo(OptionalInt.of(137));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "-1", "1234", "1 2", "99999999999999999999" })
	void exitCodeThatIsNoneIsLeftOut(String text) throws IOException {
		this.scene.out("a.exit", text);
		assertThat(this.files.exitCode("a")).isEmpty();
	}

	@Test
	void nothingIsReadThroughALinkOrFromAFolder() throws IOException {
		Path elsewhere = Files.writeString(this.folder.resolve("elsewhere"), "7");
		Files.createSymbolicLink(this.scene.folder().out().resolve("a.exit"), elsewhere);
		Files.createDirectory(this.scene.folder().out().resolve("b.exit"));
		Files.delete(this.scene.folder().boot());
		Files.createSymbolicLink(this.scene.folder().boot(), elsewhere);
		assertThat(this.files.exitCode("a")).isEmpty();
		assertThat(this.files.exitCode("b")).isEmpty();
		assertThat(this.files.boot()).isEmpty();
	}

	@Test
	void bootWhenItIsTooLongIsUnknown() throws IOException {
		this.scene.boot("x".repeat(100_000));
		assertThat(this.files.boot()).isEmpty();
	}

}
