package com.headjack.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FolderDeletionTests {

	@TempDir
	Path folder;

	@Test
	void deleteWhenFoldersAreDeeperThanAPathMayBeLongLeavesNothing() throws Exception {
		Path top = Files.createDirectory(this.folder.resolve("top"));
		// A shell's own "cd" takes no path that is so long.
		shell(top, "perl -e 'for (0 .. 2999) { mkdir \"l$_\" and chdir \"l$_\" or die; open F, \">\", \"file\"; }'");
		FolderDeletion.of(top);
		assertThat(top).doesNotExist();
	}

	@Test
	void deleteWhenFoldersMayNotBeEnteredLeavesNothing() throws Exception {
		Path top = Files.createDirectory(this.folder.resolve("top"));
		Files.createFile(Files.createDirectories(top.resolve("one/two/three")).resolve("file"));
		for (String path : List.of("one/two/three", "one/two", "one")) {
			Files.setPosixFilePermissions(top.resolve(path), PosixFilePermissions.fromString("---------"));
		}
		FolderDeletion.of(top);
		assertThat(top).doesNotExist();
	}

	@Test
	void deleteWhenThereAreLinksAndOddNamesLeavesOnlyWhatIsElsewhere() throws Exception {
		Path kept = Files.createFile(Files.createDirectory(this.folder.resolve("kept")).resolve("file"));
		Path top = Files.createDirectory(this.folder.resolve("top"));
		Files.createSymbolicLink(top.resolve("link"), kept.resolveSibling("."));
		shell(top, "mkfifo pipe; mkdir -p a/b; ln -s . a/b/loop; touch \"$(printf 'a/\\377\\n\\033')\"");
		FolderDeletion.of(top);
		assertThat(top).doesNotExist();
		assertThat(kept).exists();
	}

	@Test
	void deleteWhenThereIsAFileOrNothingLeavesNothing() throws Exception {
		Path file = Files.createFile(this.folder.resolve("file"));
		FolderDeletion.of(file);
		FolderDeletion.of(file);
		assertThat(file).doesNotExist();
	}

	private static void shell(Path directory, String script) throws Exception {
		assertThat(new ProcessBuilder("sh", "-c", script).directory(directory.toFile()).start().waitFor()).isZero();
	}

}
