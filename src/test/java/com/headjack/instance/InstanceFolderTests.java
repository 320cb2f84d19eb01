package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The lock of an instance, and what it leaves behind.
 */
class InstanceFolderTests {

	@TempDir
	Path sessions;

	private InstanceFolder folder() {
		return new InstanceFolder(this.sessions.resolve("a"));
	}

	private static String fail() {
		throw new IllegalStateException("it fails");
	}

	@Test
	void lockedWhenItFailsAtFirstLeavesNothing() {
		assertThatIllegalStateException().isThrownBy(() -> folder().locked(InstanceFolderTests::fail));
		assertThat(folder().path()).doesNotExist();
		assertThat(folder().locked(() -> "done")).isEqualTo("done");
	}

	@Test
	void lockedWhenItFailsLaterKeepsWhatIsThere() {
		folder().locked(() -> "done");
		assertThatIllegalStateException().isThrownBy(() -> folder().locked(InstanceFolderTests::fail));
		assertThat(folder().out()).exists();
	}

	@Test
	void lockedWhenTheFolderGoesMeanwhileEnds() {
		folder().locked(() -> {
			folder().delete();
			return "gone";
		});
		assertThat(folder().path()).doesNotExist();
	}

	@Test
	void createMakesAFolderForTheUserAlone() throws IOException {
		assertThat(folder().create().out()).isDirectory();
		assertThat(Files.getPosixFilePermissions(folder().path()))
			.isEqualTo(PosixFilePermissions.fromString("rwx------"));
	}

	@Test
	void createWhenAFileIsInTheWayThrowsWithARemedy() throws IOException {
		Files.createFile(folder().path());
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> folder().create())
			.withMessageStartingWith("cannot make a folder for sessions: ")
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

}
