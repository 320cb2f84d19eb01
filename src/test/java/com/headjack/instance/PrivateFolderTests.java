package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateFolderTests {

	@TempDir
	Path folder;

	@Test
	void closeLeavesTheFolderToItsOwner() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		new PrivateFolder(this.folder).close();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder))).isEqualTo("rwx------");
	}

	@Test
	void closeWhenThereIsNoFolderDoesNothing() {
		Path missing = this.folder.resolve("missing");
		new PrivateFolder(missing).close();
		assertThat(missing).doesNotExist();
	}

}
