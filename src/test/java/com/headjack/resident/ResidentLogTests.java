package com.headjack.resident;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class ResidentLogTests {

	@TempDir
	Path folder;

	private ResidentLog log(String name) {
		return new ResidentLog(this.folder.resolve(name), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
	}

	@Test
	void sayAddsALineForTheUserAlone() throws Exception {
		log("new/log").say("started");
		log("new/log").say("ended");
		Path file = this.folder.resolve("new/log");
		assertThat(Files.readAllLines(file)).hasSize(2)
			.allSatisfy((line) -> assertThat(line).startsWith("1970-01-01T00:00:00Z "));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@Test
	void sayWhenTheLogIsLongBeginsAnew() throws Exception {
		try (var stream = log("log").stream()) {
			stream.write("a".repeat(256 * 1024).getBytes(StandardCharsets.US_ASCII));
			stream.write('b');
		}
		assertThat(this.folder.resolve("log")).hasContent("b");
	}

	@Test
	void sayWhenItCannotBeWrittenLosesIt() throws Exception {
		Files.createSymbolicLink(this.folder.resolve("full"), Path.of("/dev/full"));
		assertThat(new ProcessBuilder("mkfifo", this.folder.resolve("pipe").toString()).start().waitFor()).isZero();
		Files.createDirectory(this.folder.resolve("folder"));
		for (String name : new String[] { "full", "pipe", "folder", "pipe/log" }) {
			log(name).say("lost");
		}
		assertThat(this.folder.resolve("folder")).isEmptyDirectory();
	}

}
