package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.TestAgents;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileCheckTests {

	@TempDir
	private Path folder;

	@Test
	void runWhenAllProfilesAreBuiltInNamesTheAgents() {
		assertThat(new ProfileCheck(TestAgents.withProfilesIn(this.folder)).run())
			.containsExactly(Diagnostic.ok("agents", "claude, gemini, codex, opencode"));
	}

	@Test
	void runWhenTheUsersProfileReplacesABuiltInOneNamesItsFile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("claude.yaml"), "command: mine");
		Files.writeString(this.folder.resolve("mine.yaml"), "command: mine");
		assertThat(new ProfileCheck(TestAgents.withProfilesIn(this.folder)).run()).containsExactly(
				Diagnostic.ok("agents", "claude, gemini, codex, opencode, mine"),
				Diagnostic.ok("profile claude", "your own profile %s replaces the built-in one".formatted(file)));
	}

}
