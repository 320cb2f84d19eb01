package com.headjack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostUserTests {

	@TempDir
	Path folder;

	@Test
	void ownerOfGivesTheFilesUserAndGroup() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThat(HostUser.ownerOf(file))
			.hasToString(Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid"));
	}

	@Test
	void ownerOfALinkIsNotThatOfItsTarget() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.folder.resolve("absent"));
		assertThat(HostUser.ownerOf(link)).isEqualTo(HostUser.ownerOf(this.folder));
	}

	@Test
	void ownerOfWhereThereAreNoUserIdsIsTheFirstOrdinaryUser() throws IOException {
		try (FileSystem zip = FileSystems.newFileSystem(this.folder.resolve("files.zip"), Map.of("create", "true"))) {
			assertThat(HostUser.ownerOf(zip.getPath("/"))).isEqualTo(new HostUser(1000, 1000));
		}
	}

	@Test
	void ownerOfWhenTheFileIsMissingThrows() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> HostUser.ownerOf(this.folder.resolve("absent")));
	}

}
