package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NewFilesTests {

	private static final int SIZE = 1024 * 1024;

	@Test
	void obstacleTellsWhatIsTooLargeWithoutWhatWasThere(@TempDir Path folder) throws IOException {
		GitSandbox git = new GitSandbox(folder.toRealPath());
		Path root = git.repository(folder.resolve("repository"));
		Repository repository = new Worktrees(git, folder.resolve("worktrees")).repository(root);
		Files.write(root.resolve("large"), new byte[SIZE]);
		commit(git, root);
		Files.write(root.resolve("same"), new byte[SIZE]);
		Files.delete(root.resolve("readme"));
		commit(git, root);
		NewFiles one = new NewFiles(new Git(git), repository, SIZE);
		assertThat(one.obstacle("HEAD~1", "HEAD")).isEmpty();
		assertThat(one.obstacle("HEAD~2", "HEAD")).contains("its new files have more than 1 MiB");
		assertThat(new NewFiles(new Git(git), repository, 2 * SIZE).obstacle("HEAD~2", "HEAD")).isEmpty();
	}

	private static void commit(GitSandbox git, Path root) {
		git.git(root, "add", "--all");
		git.git(root, "commit", "--quiet", "--message", "More");
	}

}
