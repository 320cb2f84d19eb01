package com.headjack.engine.docker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ImageBuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContextArchiveTests {

	@TempDir
	Path folder;

	private Path dockerfile;

	@BeforeEach
	void makeContext() throws IOException {
		this.dockerfile = Files.writeString(this.folder.resolve("Dockerfile"), "FROM sample\n");
		Files.createDirectories(this.folder.resolve("a/b"));
		Files.writeString(this.folder.resolve("a/b/plain"), "plain");
		Path program = Files.writeString(this.folder.resolve("a/program"), "run");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		Files.createSymbolicLink(this.folder.resolve("a/link"), Path.of("b/plain"));
	}

	@Test
	void writeWhenNothingIsIgnoredHoldsFilesFoldersAndLinksOfRoot() throws IOException {
		assertThat(entries(ImageBuild.of("x", this.dockerfile))).containsExactly(
				Map.entry("Dockerfile", "644 FROM sample\n"), Map.entry("a/", "755 "), Map.entry("a/b/", "755 "),
				Map.entry("a/b/plain", "644 plain"), Map.entry("a/link", "-> b/plain"),
				Map.entry("a/program", "755 run"));
	}

	@Test
	void writeWhenFilesAreIgnoredLeavesThemOutButNotWhatTheEngineNeeds() throws IOException {
		Files.writeString(this.folder.resolve(".dockerignore"), "*\n!a/b\n");
		assertThat(entries(ImageBuild.of("x", this.dockerfile))).containsOnlyKeys("Dockerfile", ".dockerignore", "a/b/",
				"a/b/plain");
	}

	@Test
	void writeWhenTheDockerfileHasAnIgnoreFileOfItsOwnTakesThat() throws IOException {
		Files.writeString(this.folder.resolve(".dockerignore"), "a/b\n");
		Files.writeString(this.folder.resolve("Dockerfile.dockerignore"), "a/program\n*.dockerignore\n");
		Map<String, String> entries = entries(ImageBuild.of("x", this.dockerfile));
		assertThat(entries).containsKeys("a/b/plain").doesNotContainKey("a/program");
		assertThat(entries.get(".dockerignore")).startsWith("644 a/program");
	}

	@Test
	void writeWhenAFolderThatCannotBeReadIsIgnoredGoesOn() throws IOException {
		Files.writeString(this.folder.resolve(".dockerignore"), "a\n");
		Files.setPosixFilePermissions(this.folder.resolve("a/b"), PosixFilePermissions.fromString("---------"));
		assertThat(entries(ImageBuild.of("x", this.dockerfile))).containsOnlyKeys("Dockerfile", ".dockerignore");
		Files.setPosixFilePermissions(this.folder.resolve("a/b"), PosixFilePermissions.fromString("rwx------"));
	}

	@Test
	void writeWhenAFileIsOfAnotherKindLeavesItOut() throws Exception {
		assertThat(new ProcessBuilder("mkfifo", this.folder.resolve("fifo").toString()).start().waitFor()).isZero();
		assertThat(entries(ImageBuild.of("x", this.dockerfile))).doesNotContainKey("fifo").containsKey("a/b/plain");
	}

	@Test
	void writeHoldsAdditionsAndLongNames() throws IOException {
		String name = "ä".repeat(70) + "/" + "b".repeat(120);
		Files.createDirectories(this.folder.resolve(name).getParent());
		Files.writeString(this.folder.resolve(name), "long");
		ImageBuild build = new ImageBuild("x", this.dockerfile,
				Map.of("certificates/one.crt", "one".getBytes(StandardCharsets.UTF_8)), null, Map.of(), Map.of(), null,
				true, false);
		assertThat(entries(build)).containsEntry("certificates/one.crt", "644 one").containsEntry(name, "644 long");
	}

	@Test
	void streamWhenAFileIsGoneFailsAndTellsWhy() throws IOException {
		ImageBuild build = ImageBuild.of("x", this.folder.resolve("absent"));
		try (ContextStream stream = ContextStream.of(build)) {
			assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
			assertThat(stream.failure()).isPresent();
			assertThat(BuildFailures.unreadable(build, stream.failure().orElseThrow())).hasMessageContaining("absent")
				.hasMessageContaining("it is gone");
		}
	}

	@Test
	void streamGivesTheSameBytes() throws IOException {
		ImageBuild build = ImageBuild.of("x", this.dockerfile);
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		ContextArchive.write(build, written);
		try (ContextStream stream = ContextStream.of(build)) {
			assertThat(stream.read()).isEqualTo(written.toByteArray()[0]);
			assertThat(stream.readAllBytes()).hasSize(written.size() - 1);
			assertThat(stream.failure()).isEmpty();
		}
	}

	private static Map<String, String> entries(ImageBuild build) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ContextArchive.write(build, bytes);
		Map<String, String> entries = new TreeMap<>();
		try (TarArchiveInputStream archive = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()),
				StandardCharsets.UTF_8.name())) {
			for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				assertThat(entry.getLongUserId()).isZero();
				String content = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
				String kind = entry.isSymbolicLink() ? "-> " + entry.getLinkName()
						: Integer.toOctalString(entry.getMode() & 0777) + " " + content;
				assertThat(entries.put(entry.getName(), kind)).isNull();
			}
		}
		return entries;
	}

}
