package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class UntrustedFileTests {

	@TempDir
	Path folder;

	@Test
	void textIsWhatTheFileHolds() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "größer\n");
		assertThat(new UntrustedFile(file, 9).text()).contains("größer\n");
	}

	@Test
	void textWhenFileIsLargerThanTheLimitIsEmpty() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "0123456789");
		assertThat(new UntrustedFile(file, 9).text()).isEmpty();
	}

	@Test
	void textWhenFileIsALinkIsEmpty() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "text");
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), file);
		assertThat(new UntrustedFile(link, 9).text()).isEmpty();
		assertThat(new UntrustedFile(this.folder.resolve("none"), 9).text()).isEmpty();
		assertThat(new UntrustedFile(this.folder, 9).text()).isEmpty();
	}

	@Test
	void textWhenFileIsAPipeDoesNotWait() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> assertThat(new UntrustedFile(pipe, 9).text()).isEmpty());
	}

}
