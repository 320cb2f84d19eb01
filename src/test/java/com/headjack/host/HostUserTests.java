package com.headjack.host;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostUserTests {

	@TempDir
	private Path folder;

	@Test
	void ownerOfIsWhomTheFileBelongsTo() throws IOException {
		assertThat(HostUser.ownerOf(this.folder)).hasToString(
				Files.getAttribute(this.folder, "unix:uid") + ":" + Files.getAttribute(this.folder, "unix:gid"));
	}

	@Test
	void ownerOfWhereFilesHaveNoNumbersIsTheFirstOrdinaryUser() throws IOException {
		try (FileSystem archive = FileSystems.newFileSystem(this.folder.resolve("a.zip"), Map.of("create", "true"))) {
			assertThat(HostUser.ownerOf(archive.getPath("/"))).hasToString("1000:1000");
		}
	}

}
