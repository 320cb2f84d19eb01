package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepositoryLayoutTests {

	private Path folder;

	private Path main;

	private Path common;

	private GitSandbox git;

	private Worktrees worktrees;

	@BeforeEach
	void prepare(@TempDir Path temporary) throws Exception {
		this.folder = temporary.toRealPath();
		this.git = new GitSandbox(this.folder);
		this.main = this.git.repository(this.folder.resolve("my repo"));
		this.common = this.main.resolve(".git");
		this.worktrees = new Worktrees(this.git, this.folder.resolve("storage"));
	}

	@ParameterizedTest
	@CsvSource({ "objects,objects", "refs,refs/heads" })
	void gitPathsWhenAFolderIsALinkMountsTheRealOne(String link, String name) throws Exception {
		Path real = moved(this.common.resolve(link)).resolveSibling("moved " + name);
		assertThat(paths(this.main)).contains(new GitPath(real, this.common.resolve(name), true));
	}

	@Test
	void gitPathsWhenObjectsAreALinkProtectsTheirInfo() throws Exception {
		Path real = moved(this.common.resolve("objects"));
		assertThat(paths(this.main))
			.contains(new GitPath(real.resolve("info"), this.common.resolve("objects/info"), false));
	}

	@Test
	void gitPathsWhenALinkLeadsNowhereRefuses() throws Exception {
		Worktree worktree = worktree(this.main);
		Files.createSymbolicLink(this.common.resolve("lfs"), this.folder.resolve("gone"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.gitPaths(worktree))
			.withMessage("the repository is laid out in an unknown way: " + this.common.resolve("lfs"));
	}

	@Test
	void gitPathsWhenHooksAreALinkMountsThemWhereItLeads() throws Exception {
		Path hooks = Files.createDirectory(this.folder.resolve("the hooks"));
		Folders.deleteAll(this.common.resolve("hooks"));
		Files.createSymbolicLink(this.common.resolve("hooks"), Path.of("../../the hooks"));
		assertThat(paths(this.main)).contains(new GitPath(hooks, this.main.resolve("the hooks"), false));
	}

	@Test
	void gitPathsWhenAReadFileIsALinkBesideTheViewMakesItsMountPoint() throws Exception {
		Path real = Files.createDirectory(this.folder.resolve("real"));
		Folders.deleteAll(this.common);
		this.git.git(this.main, "init", "--quiet", "--separate-git-dir", real.resolve("x.git").toString());
		this.git.commit(this.main, "again");
		Path description = Files.writeString(real.resolve("x.git/info/text"), "text");
		Files.delete(real.resolve("x.git/description"));
		Files.createSymbolicLink(real.resolve("x.git/description"), Path.of("../x.git/info/text"));
		List<GitPath> paths = paths(this.main);
		assertThat(paths).contains(new GitPath(description, real.resolve("x.git/x.git/info/text"), false));
		assertThat(paths.getFirst().source().resolve("x.git/info/text")).isRegularFile();
	}

	@Test
	void gitPathsWhenObjectsAreBorrowedMountsTheWholeChain() throws Exception {
		Path second = borrowing(this.main, "second");
		Path third = borrowing(second, "third");
		Files.writeString(second.resolve(".git/objects/info/alternates"), "# text\n../../../my repo/.git/objects\n");
		assertThat(paths(third)).endsWith(
				new GitPath(second.resolve(".git/objects"), second.resolve(".git/objects"), false),
				new GitPath(this.common.resolve("objects"), this.common.resolve("objects"), false));
	}

	@Test
	void gitPathsWhenBorrowedByARelativePathBehindALinkMountsWhereGitLooks() throws Exception {
		Path second = borrowing(this.main, "second");
		Path real = Files.createDirectories(this.folder.resolve("deep/er"));
		Files.move(second.resolve(".git/objects"), real.resolve("objects"));
		Files.createSymbolicLink(second.resolve(".git/objects"), real.resolve("objects"));
		Files.writeString(real.resolve("objects/info/alternates"), "\"../../../my repo/.git/objects\"\n");
		assertThat(paths(second))
			.endsWith(new GitPath(this.common.resolve("objects"), this.folder.resolve("my repo/.git/objects"), false));
	}

	@Test
	void gitPathsWhenBorrowedObjectsAreGoneLeavesThemOut() throws Exception {
		Files.writeString(this.common.resolve("objects/info/alternates"), "/no/such/objects\n\n");
		assertThat(paths(this.main)).noneMatch((path) -> path.path().startsWith("/no"));
	}

	private Path moved(Path folder) throws Exception {
		Path real = this.folder.resolve("moved " + folder.getFileName());
		Files.move(folder, real);
		Files.createSymbolicLink(folder, real);
		return real;
	}

	private Path borrowing(Path from, String name) {
		this.git.git(this.folder, "clone", "--quiet", "--shared", from.toString(), name);
		return this.folder.resolve(name);
	}

	private Worktree worktree(Path repository) {
		return this.worktrees.create(this.worktrees.repository(repository), BranchName.of("feat/x")).worktree();
	}

	private List<GitPath> paths(Path repository) {
		return this.worktrees.gitPaths(worktree(repository));
	}

}
