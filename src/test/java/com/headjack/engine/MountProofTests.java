package com.headjack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.HeadjackException;
import com.headjack.host.Termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MountProofTests {

	@TempDir
	Path folder;

	@Test
	void closeRemovesTheFiles() throws IOException {
		try (MountProof _ = MountProof.in(List.of(this.folder))) {
			assertThat(files()).hasSize(1);
		}
		assertThat(files()).isEmpty();
	}

	@Test
	void inWhenTheCommandIsTerminatedRemovesTheFiles() throws IOException {
		Termination termination = new Termination();
		termination.during(() -> MountProof.in(List.of(this.folder)));
		assertThat(files()).hasSize(1);
		termination.run();
		assertThat(files()).isEmpty();
	}

	@Test
	void closeLeavesNothingForTheTermination() throws IOException {
		Termination termination = new Termination();
		termination.during(() -> MountProof.in(List.of(this.folder)).close());
		Files.createFile(this.folder.resolve("other"));
		termination.run();
		assertThat(files()).hasSize(1);
	}

	@Test
	void inWhenAFolderIsMissingThrowsAndLeavesNothing() throws IOException {
		List<Path> folders = List.of(this.folder, this.folder.resolve("none"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> MountProof.in(folders));
		assertThat(files()).isEmpty();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.toList();
		}
	}

}
