package com.headjack.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LastScreenTests {

	@TempDir
	Path folder;

	private String screen(String log) throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.log"), log);
		return LastScreen.of(new SessionLog(file, this.folder.resolve("a.log.old")));
	}

	@Test
	void ofALogIsWhatStandsOnTheScreen() throws IOException {
		assertThat(screen("\033]777;headjack-begin\007one\r\ntwo\033[H\033[Jthree").strip()).isEqualTo("three");
	}

	@Test
	void ofAProgramOnTheAlternateScreenIsThatScreen() throws IOException {
		assertThat(screen("\033]777;headjack-begin\007one\033[?1049htwo").strip()).isEqualTo("two");
	}

	@Test
	void ofALongLogIsItsEnd() throws IOException {
		assertThat(screen("line\r\n".repeat(100_000) + "end")).endsWith("line\nend");
	}

	@Test
	void ofNoLogIsBlank() throws IOException {
		assertThat(LastScreen.of(new SessionLog(this.folder.resolve("b"), this.folder.resolve("c")))).isBlank();
	}

}
