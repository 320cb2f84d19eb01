package com.headjack.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.host.HostPaths;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class LoginJournalTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private static final LoginPlace SESSION = new LoginPlace("feat/x", "happy-panda");

	@TempDir
	Path folder;

	@Test
	void readGivesWhatWasWritten() {
		assertThat(journal().read()).isEmpty();
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		write(LoginEvent.Kind.GIVEN, "FAKE-CANARY-1", SESSION, null);
		journal().write(LoginEvent.Kind.REMOVED, "codex", "work", null, LoginPlace.HERE, "to file");
		List<LoginEvent> events = journal().read();
		String login = events.getFirst().login();
		assertThat(login).matches("[0-9a-f]{12}");
		assertThat(events).containsExactly(
				new LoginEvent(NOW, LoginEvent.Kind.CAPTURED, "codex", "work", login, null, null, null),
				new LoginEvent(NOW, LoginEvent.Kind.GIVEN, "codex", "work", login, "feat/x", "happy-panda", null),
				new LoginEvent(NOW, LoginEvent.Kind.REMOVED, "codex", "work", null, null, null, "to file"));
	}

	@Test
	void fingerprintTellsLoginsApartAndGivesNothingAway() throws IOException {
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-2", LoginPlace.HERE, null);
		List<LoginEvent> events = journal().read();
		assertThat(events.getFirst().login()).isNotEqualTo(events.getLast().login());
		assertThat(Files.readString(this.folder.resolve("state/audit.jsonl"))).doesNotContain("CANARY");
		Files.delete(this.folder.resolve("state/audit.key"));
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		assertThat(journal().read().getLast().login()).isNotEqualTo(events.getFirst().login());
	}

	@Test
	void filesAreTheUsersAlone() throws IOException {
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		for (String file : List.of("audit.jsonl", "audit.key", "audit.lock")) {
			assertThat(
					PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve("state/" + file))))
				.as(file)
				.isEqualTo("rw-------");
		}
	}

	@Test
	void writeOfTheSameRefusalOnceMoreDoesNothing() {
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-1", SESSION, "older");
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-1", SESSION, "older");
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-2", SESSION, "older");
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-2", new LoginPlace("feat/y", null), "older");
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-2", SESSION, "older");
		assertThat(journal().read()).hasSize(3);
		write(LoginEvent.Kind.GIVEN, "FAKE-CANARY-2", SESSION, null);
		write(LoginEvent.Kind.REFUSED, "FAKE-CANARY-2", SESSION, "older");
		assertThat(journal().read()).hasSize(5);
	}

	@Test
	void writeKeepsTheNewestEvents() throws IOException {
		String detail = "x".repeat(100_000);
		IntStream.range(0, 30)
			.forEach((number) -> journal().write(LoginEvent.Kind.MOVED, "codex", String.valueOf(number), null,
					LoginPlace.HERE, detail));
		List<LoginEvent> events = journal().read();
		assertThat(events.getLast().account()).isEqualTo("29");
		assertThat(events).hasSizeBetween(10, 20);
		assertThat(Files.size(this.folder.resolve("state/audit.jsonl"))).isLessThan(1024 * 1024);
		assertThat(Files.size(this.folder.resolve("state/audit.jsonl.old"))).isLessThan(1024 * 1024);
	}

	@Test
	void readSkipsDamagedLines() throws IOException {
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		Path file = this.folder.resolve("state/audit.jsonl");
		Files.writeString(file, "{\"time\":\n\nFAKE\n" + Files.readString(file));
		assertThat(journal().read()).hasSize(1);
	}

	@Test
	void writeWhereNothingCanBeWrittenIsNoFailure() throws IOException {
		Files.createFile(this.folder.resolve("state"));
		write(LoginEvent.Kind.CAPTURED, "FAKE-CANARY-1", LoginPlace.HERE, null);
		assertThat(journal().read()).isEmpty();
		assertThat(LoginJournal.of(new HostPaths(this.folder, this.folder, this.folder, this.folder.resolve("history")))
			.read()).isEmpty();
	}

	private void write(LoginEvent.Kind kind, String login, LoginPlace place, @Nullable String detail) {
		try (Secret secret = Secret.of(login)) {
			journal().write(kind, "codex", "work", secret, place, detail);
		}
	}

	private LoginJournal journal() {
		return new LoginJournal(this.folder.resolve("state/audit.jsonl"), Clock.fixed(NOW, ZoneOffset.UTC));
	}

}
