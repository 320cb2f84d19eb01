package com.headjack.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class LookTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	@TempDir
	Path folder;

	private final Look look = new Look(SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET)))),
			"a place", "feat/x");

	private List<Trace> found() {
		return this.look.result().traces();
	}

	private Path write(String file, String content) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.resolveSibling("."));
		return Files.writeString(path, content);
	}

	@Test
	void folderFindsTheSecretInFilesLinksAndNames() throws IOException {
		write("a/clean", "FAKE");
		Path file = write("a/b/.hidden", "key=" + SECRET);
		Path link = Files.createSymbolicLink(this.folder.resolve("a/link"), Path.of("/" + SECRET));
		write("a/name-" + SECRET + "/file", "");
		FolderLook.at(this.folder, Set.of(), this.look);
		assertThat(found()).containsExactlyInAnyOrder(new Trace(file.toString(), "claude"),
				new Trace(link.toString(), "claude"), new Trace(this.folder.resolve("a") + " (in a name)", "claude"));
		assertThat(this.look.result().outcome()).isEqualTo("found");
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void folderFollowsNoLinkAndWaitsForNoPipe() throws Exception {
		Path outside = Files.createDirectory(this.folder.resolve("outside"));
		Files.writeString(outside.resolve("file"), SECRET);
		Path inside = Files.createDirectory(this.folder.resolve("inside"));
		Files.createSymbolicLink(inside.resolve("folder"), outside);
		Files.createSymbolicLink(inside.resolve("file"), outside.resolve("file"));
		Files.createSymbolicLink(inside.resolve("loop"), inside.resolve("loop"));
		assertThat(new ProcessBuilder("mkfifo", inside.resolve("pipe").toString()).start().waitFor()).isZero();
		FolderLook.at(inside, Set.of(), this.look);
		FolderLook.at(inside.resolve("folder"), Set.of(), this.look);
		FolderLook.at(inside.resolve("missing"), Set.of(), this.look);
		assertThat(this.look.result().outcome()).isEqualTo("clean");
	}

	@Test
	void folderLeavesOutWhatItIsTold() throws IOException {
		Path file = write("a", SECRET);
		Path below = write("b/c", SECRET);
		FolderLook.at(this.folder, Set.of(file, below.getParent()), this.look);
		assertThat(found()).isEmpty();
	}

	@Test
	void fileThatIsHugeIsNamed() throws IOException {
		Path file = write("huge", "");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength(1L << 40);
		}
		FolderLook.at(this.folder, Set.of(), this.look);
		assertThat(this.look.result().unseen()).containsExactly(file + " is larger than 4 GiB");
		assertThat(this.look.result().outcome()).isEqualTo("unseen");
	}

	@Test
	void processesAreSearchedByTheirArguments() throws IOException, InterruptedException {
		Process process = new ProcessBuilder("sh", "-c", "sleep 60 # $0", SECRET).start();
		try {
			new HostProcesses(Path.of("/proc")).search(this.look);
			assertThat(found()).contains(new Trace("process " + process.pid(), "claude"));
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	@Test
	void processesWhereNobodyListsThemAreNotSeen() {
		new HostProcesses(this.folder.resolve("none")).search(this.look);
		assertThat(this.look.result().unseen()).hasSize(1);
	}

}
