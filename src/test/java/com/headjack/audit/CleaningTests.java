package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.host.HostPaths;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class CleaningTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	@TempDir
	Path folder;

	private final List<String> log = new ArrayList<>();

	private final Cleaning cleaning = new Cleaning(
			SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET)))), this.log::add);

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	@Test
	void logsGetStarsInThePlaceOfLogins() throws IOException {
		Path log = write("a.log", "x".repeat(300_000) + SECRET + "\nRkFLRS1DQU5BUlktMDEyMzQ1Njc4OQ==\nend");
		Path clean = write("b.log.old", "nothing");
		Path other = write("c.exit", SECRET);
		Path outside = write("outside", SECRET);
		Files.createSymbolicLink(this.folder.resolve("d.log"), outside);
		this.cleaning.logs(this.folder);
		assertThat(log).hasContent("x".repeat(300_000) + "*".repeat(22) + "\n" + "*".repeat(29) + "Q==\nend");
		assertThat(clean).hasContent("nothing");
		assertThat(other).hasContent(SECRET);
		assertThat(outside).hasContent(SECRET);
		assertThat(this.log).containsExactly("cleaned: " + log);
	}

	@Test
	void logsOfAnInstanceWithoutSessionsNeedNotExist() {
		this.cleaning.logs(this.folder.resolve("none"));
		assertThat(this.log).isEmpty();
	}

	@Test
	void ownFilesWithLoginsAreRemoved() throws IOException {
		Path history = write("history", "auth " + SECRET);
		Path accounts = write("accounts", "claude-credential");
		this.cleaning.own(new HostPaths(this.folder, this.folder, this.folder, history));
		assertThat(history).doesNotExist();
		assertThat(accounts).exists();
		assertThat(this.log).containsExactly("removed: " + history);
	}

}
