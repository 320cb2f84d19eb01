package com.headjack.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
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

	@Test
	void openWhenFileIsReadOnlyReadsIt() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "text");
		Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
		assertThat(new UntrustedFile(file, 9).text()).contains("text");
		try (FileChannel channel = new UntrustedFile(file, 0).open()) {
			assertThat(channel.size()).isEqualTo(4);
		}
	}

	@Test
	void openWhenFileMayNotBeWrittenByAnybodyReadsIt() throws Exception {
		Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), this.folder.resolve("sleep"));
		Process running = new ProcessBuilder(program.toString(), "60").start();
		try (FileChannel channel = new UntrustedFile(program, 0).open()) {
			assertThat(channel.size()).isEqualTo(Files.size(program));
		}
		finally {
			running.destroyForcibly().waitFor();
		}
	}

	@Test
	void openBelowWhenAFolderIsALinkFails() throws Exception {
		Path file = Files.writeString(Files.createDirectories(this.folder.resolve("a/b")).resolve("file"), "text");
		try (FileChannel channel = new UntrustedFile(file, 9).openBelow(this.folder)) {
			assertThat(channel.size()).isEqualTo(4);
		}
		Files.createSymbolicLink(this.folder.resolve("link"), this.folder.resolve("a"));
		Files.createSymbolicLink(this.folder.resolve("a/b/link"), file);
		for (String other : List.of("link/b/file", "a/b/link", "a/b", "a/none", "none/file", "a/b/file/c")) {
			assertThatIOException().as(other)
				.isThrownBy(() -> new UntrustedFile(this.folder.resolve(other), 9).openBelow(this.folder));
		}
	}

	@Test
	void openBelowWhileAFolderBecomesALinkNeverLeavesTheFolder() throws Exception {
		Path inside = Files.createDirectories(this.folder.resolve("top/inside"));
		Path outside = Files.createDirectory(this.folder.resolve("outside"));
		Files.writeString(inside.resolve("file"), "ours");
		Files.writeString(outside.resolve("file"), "other");
		Files.createFile(this.folder.resolve("go"));
		Process swapping = new ProcessBuilder("sh", "-c",
				"while [ -e ../go ]; do mv inside real; ln -s ../outside inside; rm inside; mv real inside; done")
			.directory(this.folder.resolve("top").toFile())
			.start();
		try {
			for (int round = 0; round < 2000; round++) {
				try (FileChannel channel = new UntrustedFile(inside.resolve("file"), 9)
					.openBelow(this.folder.resolve("top"))) {
					assertThat(channel.size()).isEqualTo(4);
				}
				catch (IOException ex) {
					assertThat(ex).isNotNull();
				}
			}
		}
		finally {
			stop(swapping, this.folder.resolve("go"));
		}
	}

	@Test
	void openWhenAPipeOrADeviceIsThereFails() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", "-m", "400", pipe.toString()).start().waitFor()).isZero();
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			assertThatIOException().isThrownBy(() -> new UntrustedFile(pipe, 9).open());
			assertThatIOException().isThrownBy(() -> new UntrustedFile(Path.of("/dev/zero"), 9).open());
		});
	}

	@Test
	void readWhenAPipeTakesItsPlaceNeverWaits() throws Exception {
		Path file = this.folder.resolve("file");
		Path go = Files.createFile(this.folder.resolve("file.go"));
		Process swapper = new ProcessBuilder("sh", "-c",
				"while [ -e \"$0.go\" ]; do echo x > \"$0.r\"; chmod 400 \"$0.r\"; mv \"$0.r\" \"$0\"; "
						+ "mkfifo -m 400 \"$0.p\"; mv \"$0.p\" \"$0\"; done",
				file.toString())
			.start();
		try {
			assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
				for (int i = 0; i < 200; i++) {
					assertThat(new UntrustedFile(file, 9).text()).isIn(Optional.empty(), Optional.of("x\n"));
				}
			});
		}
		finally {
			stop(swapper, go);
		}
	}

	/**
	 * Stops a loop between two rounds, so that it leaves the folder alone.
	 */
	private static void stop(Process loop, Path whileThere) throws Exception {
		Files.delete(whileThere);
		loop.waitFor();
	}

}
