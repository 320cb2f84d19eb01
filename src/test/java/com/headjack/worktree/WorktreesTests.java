package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.gitconfig.ConfigurationEntry;
import com.headjack.process.Command;
import com.headjack.process.CommandResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorktreesTests {

	private static final BranchName BRANCH = BranchName.of("feat/x");

	private Path folder;

	private Path main;

	private Path storage;

	private GitSandbox git;

	private Worktrees worktrees;

	@BeforeEach
	void prepare(@TempDir Path temporary) throws Exception {
		this.folder = temporary.toRealPath();
		this.git = new GitSandbox(this.folder);
		this.main = this.git.repository(this.folder.resolve("my repo"));
		this.storage = this.folder.resolve("storage of mine");
		this.worktrees = new Worktrees(this.git, this.storage);
	}

	@Test
	void repositoryIsTheSameFromEverywhereInIt() throws Exception {
		Repository repository = repository();
		Path deep = Files.createDirectories(this.main.resolve("a/b"));
		Path linked = this.folder.resolve("linked");
		this.git.git(this.main, "worktree", "add", "--quiet", "-b", "other", linked.toString());
		assertThat(repository.commonDirectory()).isEqualTo(this.main.resolve(".git"));
		assertThat(repository.root()).isEqualTo(this.main);
		assertThat(repository.name()).isEqualTo("my repo");
		assertThat(repository.id()).matches("my-repo-[0-9a-f]{8}");
		assertThat(this.worktrees.repository(deep)).isEqualTo(repository);
		assertThat(this.worktrees.repository(linked)).isEqualTo(repository);
	}

	@Test
	void repositoryWhenBareIsNamedWithoutItsEnding() {
		Path bare = this.folder.resolve("tool.git");
		this.git.git(this.folder, "clone", "--quiet", "--bare", this.main.toString(), bare.toString());
		Repository repository = this.worktrees.repository(bare);
		assertThat(repository.name()).isEqualTo("tool");
		assertThat(repository.root()).isEqualTo(bare);
		assertThat(this.worktrees.create(repository, BRANCH).branchCreated()).isTrue();
	}

	@Test
	void repositoryWhenSubmoduleIsItsOwn() throws Exception {
		Path outer = this.git.repository(this.folder.resolve("outer"));
		this.git.git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", this.main.toString(),
				"sub");
		Repository repository = this.worktrees.repository(outer.resolve("sub"));
		assertThat(repository.commonDirectory()).isEqualTo(outer.resolve(".git/modules/sub"));
		Worktree worktree = this.worktrees.create(repository, BRANCH).worktree();
		assertThat(worktree.path().resolve("readme")).exists();
		assertThat(this.worktrees.unsavedWork(worktree).none()).isTrue();
	}

	@Test
	void repositoryWhenThereIsNoneTellsWhatToDo() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.repository(this.folder))
			.withMessage("not a git repository: " + this.folder)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE))
			.satisfies((ex) -> assertThat(ex.remedy()).contains(
					"run hjk inside a git repository, or 'git init' one; 'hjk ps -a' lists the instances of all repositories"));
	}

	@Test
	void createWhenBranchIsNewBeginsItAtHead() {
		Checkout checkout = this.worktrees.create(repository(), BRANCH);
		Worktree worktree = checkout.worktree();
		assertThat(checkout.worktreeCreated()).isTrue();
		assertThat(checkout.branchCreated()).isTrue();
		assertThat(worktree.path()).isEqualTo(this.storage.resolve(repository().id()).resolve("feat~x"));
		assertThat(worktree.path().resolve("readme")).hasContent("readme");
		assertThat(worktree.gitDirectory()).isEqualTo(this.main.resolve(".git/worktrees/feat-x"));
		assertThat(this.git.git(worktree.path(), "branch", "--show-current")).isEqualTo("feat/x");
	}

	@Test
	void createWhenGivenAFolderBeginsTheBranchThere() throws Exception {
		Path linked = this.folder.resolve("linked");
		this.git.git(this.main, "worktree", "add", "--quiet", "-b", "other", linked.toString());
		this.git.commit(linked, "more");
		Worktree worktree = this.worktrees.create(repository(), BRANCH, linked).worktree();
		assertThat(worktree.path().resolve("more")).exists();
	}

	@Test
	void createWhenWorktreeIsThereMakesNothing() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(this.worktrees.create(repository(), BRANCH)).isEqualTo(new Checkout(worktree, false, false));
		assertThat(this.worktrees.find(repository(), BRANCH)).contains(worktree);
	}

	@Test
	void createWhenBranchExistsChecksItOut() throws Exception {
		this.git.git(this.main, "switch", "--quiet", "-c", "feat/x");
		this.git.commit(this.main, "more");
		this.git.git(this.main, "switch", "--quiet", "main");
		Checkout checkout = this.worktrees.create(repository(), BRANCH);
		assertThat(checkout.branchCreated()).isFalse();
		assertThat(checkout.worktree().path().resolve("more")).exists();
	}

	@Test
	void createWhenOneRemoteHasTheBranchTracksIt() throws Exception {
		addRemote("origin");
		Checkout checkout = this.worktrees.create(repository(), BRANCH);
		assertThat(checkout.branchCreated()).isTrue();
		assertThat(checkout.worktree().path().resolve("remote")).exists();
		assertThat(this.git.git(this.main, "config", "branch.feat/x.remote")).isEqualTo("origin");
	}

	@ParameterizedTest
	@CsvSource({ "origin/main,a branch of a remote", "refs/heads/main,a reference" })
	void createWhenGitKnowsSomethingElseByTheNameRefuses(String name, String what) {
		this.git.git(this.main, "update-ref", "refs/remotes/origin/main", "HEAD");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.create(repository(), BranchName.of(name)))
			.withMessage("\"" + name + "\" is " + what)
			.satisfies((ex) -> assertThat(ex.remedy()).contains("name the branch alone: main"));
	}

	@Test
	void createWhenTwoRemotesHaveTheBranchAsksForAChoice() throws Exception {
		addRemote("origin");
		addRemote("fork");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.create(repository(), BRANCH))
			.withMessage("branch \"feat/x\" is on 2 remotes: fork, origin");
	}

	@Test
	void createWhenOneOfTwoRemotesIsTheDefaultTracksIt() throws Exception {
		addRemote("origin");
		addRemote("fork");
		this.git.git(this.main, "config", "checkout.defaultRemote", "fork");
		this.worktrees.create(repository(), BRANCH);
		assertThat(this.git.git(this.main, "config", "branch.feat/x.remote")).isEqualTo("fork");
	}

	@Test
	void createWhenARemoteHasTheNameInAFolderBeginsAtHead() throws Exception {
		addRemote("origin");
		this.git.git(this.main, "update-ref", "refs/remotes/origin/deep/deep", "refs/remotes/origin/feat/x");
		Worktree worktree = this.worktrees.create(repository(), BranchName.of("deep")).worktree();
		assertThat(worktree.path().resolve("remote")).doesNotExist();
	}

	@Test
	void createWhenNameIsLongestMakesIt() {
		BranchName longest = BranchName.of("a".repeat(250));
		Worktree worktree = this.worktrees.create(repository(), longest).worktree();
		this.worktrees.gitPaths(worktree);
		this.git.git(worktree.path(), "commit", "--quiet", "--allow-empty", "-m", "Long");
		this.worktrees.remove(repository(), worktree, false);
	}

	@Test
	void repositoryWhenPathHasALineBreakRefuses() throws Exception {
		Path broken = this.git.repository(this.folder.resolve("a\nb"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.repository(broken))
			.withMessageContaining("has a line break: " + this.folder + "/a\\nb/.git");
	}

	@Test
	void repositoryWhenPathEndsWithABlankFindsIt() throws Exception {
		Path blank = this.git.repository(this.folder.resolve("a "));
		assertThat(this.worktrees.repository(blank).root()).isEqualTo(blank);
	}

	@Test
	void repositoryWhenGitIsTooOldTellsSo() throws Exception {
		this.git.git(this.main, "config", "core.repositoryFormatVersion", "1");
		this.git.git(this.main, "config", "extensions.ofTheFuture", "true");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(this::repository)
			.withMessage("git on this machine is too old for the repository in " + this.main);
		Worktrees old = new Worktrees((command) -> new CommandResult(command, 0, "--path-format=absolute\n.git\n", ""),
				this.storage);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> old.repository(this.main))
			.withMessage("git on this machine is older than 2.31");
	}

	@Test
	void createWhenTheWorktreeIsInAFormerStorageFolderGivesIt() {
		Worktree former = this.worktrees.create(repository(), BranchName.of("feat/x")).worktree();
		Worktrees worktrees = new Worktrees(this.git, this.storage.resolveSibling("another"));
		assertThat(worktrees.create(repository(), BranchName.of("feat/x")))
			.isEqualTo(new Checkout(former, false, false));
		worktrees.gitPaths(former);
		assertThat(former.path().resolveSibling(".views/feat~x")).isDirectory();
		worktrees.remove(repository(), former, true);
		assertThat(former.path().resolveSibling(".")).doesNotExist();
	}

	@Test
	void createWhenBranchIsCheckedOutElsewhereNamesTheFolder() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.create(repository(), BranchName.of("main")))
			.withMessage("branch \"main\" is already checked out in " + this.main);
		assertNothingLeft();
	}

	@Test
	void createWhenRepositoryIsEmptyTellsToCommit() throws Exception {
		Path empty = Files.createDirectory(this.folder.resolve("empty"));
		this.git.git(empty, "init", "--quiet");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.create(this.worktrees.repository(empty), BRANCH))
			.withMessage("the repository has no commit to begin a branch with");
		assertNothingLeft();
	}

	@Test
	void createWhenBranchConflictsWithAnotherNamesIt() {
		this.git.git(this.main, "branch", "feat");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.create(repository(), BRANCH))
			.withMessage("cannot create branch \"feat/x\" beside branch \"feat\"");
		this.git.git(this.main, "branch", "deep/er");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.create(repository(), BranchName.of("deep")))
			.withMessage("cannot create branch \"deep\" beside branch \"deep/er\"");
	}

	@Test
	void createWhenFolderWasDeletedMakesItAgain() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Folders.deleteAll(worktree.path());
		Checkout again = this.worktrees.create(repository(), BRANCH);
		assertThat(again.worktreeCreated()).isTrue();
		assertThat(again.branchCreated()).isFalse();
		assertThat(again.worktree().path().resolve("readme")).exists();
	}

	@Test
	void createWhenSomethingElseIsInThePlaceLeavesItThere() throws Exception {
		Path place = this.storage.resolve(repository().id()).resolve("feat~x");
		Files.createDirectories(place);
		Files.writeString(place.resolve("precious"), "work");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.create(repository(), BRANCH))
			.withMessage("in the worktree's place is something else: " + place);
		assertThat(place.resolve("precious")).hasContent("work");
		assertThat(this.git.git(this.main, "branch", "--list", "feat/x")).isEmpty();
	}

	@Test
	void createWhenCheckoutFailsLeavesNothing() throws Exception {
		Files.writeString(this.main.resolve(".gitattributes"), "readme filter=broken\n");
		this.git.git(this.main, "add", ".gitattributes");
		this.git.git(this.main, "commit", "--quiet", "-m", "Filter");
		this.git.git(this.main, "config", "filter.broken.smudge", "false");
		this.git.git(this.main, "config", "filter.broken.required", "true");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.create(repository(), BRANCH))
			.withMessageStartingWith("git failed with exit code 128");
		assertNothingLeft();
	}

	@Test
	void undoRemovesWhatWasMade() {
		this.worktrees.undo(repository(), this.worktrees.create(repository(), BRANCH));
		assertNothingLeft();
	}

	@Test
	void undoWhenBranchWasThereKeepsIt() {
		this.git.git(this.main, "branch", "feat/x");
		this.worktrees.undo(repository(), this.worktrees.create(repository(), BRANCH));
		assertThat(this.git.git(this.main, "branch", "--list", "feat/x")).isNotEmpty();
		assertThat(this.worktrees.all()).isEmpty();
	}

	@Test
	void undoWhenNothingWasMadeKeepsTheWorktree() {
		this.worktrees.create(repository(), BRANCH);
		this.worktrees.undo(repository(), this.worktrees.create(repository(), BRANCH));
		assertThat(this.worktrees.find(repository(), BRANCH)).isPresent();
	}

	@Test
	void removeKeepsTheBranch() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.worktrees.gitPaths(worktree);
		this.worktrees.remove(repository(), worktree, false);
		assertThat(this.storage.resolve(repository().id())).doesNotExist();
		assertThat(this.git.git(this.main, "branch", "--list", "feat/x")).isNotEmpty();
	}

	@Test
	void removeWhenWorkIsUncommittedRefusesUnlessForced() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Files.writeString(worktree.path().resolve("new"), "work");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.remove(repository(), worktree, false))
			.withMessage("the worktree holds uncommitted work: " + worktree.path());
		this.worktrees.remove(repository(), worktree, true);
		assertThat(worktree.path()).doesNotExist();
	}

	@Test
	void removeWhenLockedRefusesUnlessForced() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.git.git(this.main, "worktree", "lock", worktree.path().toString());
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.worktrees.remove(repository(), worktree, false))
			.withMessageContaining("lock");
		this.worktrees.remove(repository(), worktree, true);
		assertThat(worktree.path()).doesNotExist();
	}

	@Test
	void allGivesTheWorktreesWithoutRunningGit() throws Exception {
		Path other = this.git.repository(this.folder.resolve("other"));
		Worktree first = this.worktrees.create(repository(), BRANCH).worktree();
		Worktree second = this.worktrees.create(this.worktrees.repository(other), BRANCH).worktree();
		Repository repository = repository();
		this.git.commands().clear();
		assertThat(this.worktrees.all()).containsExactlyInAnyOrder(first, second);
		assertThat(this.worktrees.all(repository)).containsExactly(first);
		assertThat(this.git.commands()).isEmpty();
	}

	@Test
	void allWhenGitFileIsForgedGivesNothing() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Path link = worktree.path().resolve(".git");
		String text = Files.readString(link);
		Path forged = Files.createDirectories(this.folder.resolve("evil/.git/worktrees/feat-x"));
		Files.writeString(forged.resolve("gitdir"), link.toString());
		Files.writeString(link, "gitdir: " + forged + "\n");
		assertThat(this.worktrees.all()).isEmpty();
		Files.writeString(link, text + "x".repeat(10_000));
		assertThat(this.worktrees.all()).isEmpty();
		Files.writeString(this.folder.resolve("copy"), text);
		Files.delete(link);
		Files.createSymbolicLink(link, this.folder.resolve("copy"));
		assertThat(this.worktrees.all()).isEmpty();
		assertThat(this.worktrees.find(repository(), BRANCH)).isEmpty();
	}

	@Test
	void unsavedWorkCountsFilesAndCommits() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(this.worktrees.unsavedWork(worktree).none()).isTrue();
		this.git.commit(worktree.path(), "one");
		this.git.commit(worktree.path(), "two");
		Files.writeString(worktree.path().resolve("new"), "");
		Files.writeString(worktree.path().resolve("one"), "changed");
		assertThat(this.worktrees.unsavedWork(worktree)).satisfies((work) -> {
			assertThat(work).hasToString("2 uncommitted files and 2 unpushed commits");
			assertThat(work.files()).containsExactly(" M one", "?? new");
			assertThat(work.commits()).hasSize(2);
			assertThat(work.commits().getFirst()).matches("[0-9a-f]{7,} Add two");
		});
	}

	@Test
	void unsavedWorkNamesTenOfMany() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		for (int i = 0; i < 12; i++) {
			Files.writeString(worktree.path().resolve("new\n" + i), "");
			this.git.git(worktree.path(), "commit", "--quiet", "--allow-empty", "--message", "c" + i + " \u001b[31m");
		}
		assertThat(this.worktrees.unsavedWork(worktree)).satisfies((work) -> {
			assertThat(work).hasToString("12 uncommitted files and 12 unpushed commits");
			assertThat(work.files()).hasSize(10).contains("?? new\n0");
			assertThat(work.commits()).hasSize(10).last().asString().contains(" c2 ");
		});
	}

	@Test
	void unsavedWorkWhenPushedOrOnAnotherBranchIsNone() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.git.commit(worktree.path(), "one");
		this.git.git(this.main, "update-ref", "refs/remotes/origin/feat/x", "feat/x");
		assertThat(this.worktrees.unsavedWork(worktree).none()).isTrue();
		this.git.commit(worktree.path(), "two");
		assertThat(this.worktrees.unsavedWork(worktree).unpushedCommits()).isEqualTo(1);
		this.git.git(this.main, "branch", "copy", "feat/x");
		assertThat(this.worktrees.unsavedWork(worktree).none()).isTrue();
	}

	@Test
	void unsavedWorkWhenHeadIsDetachedCountsItsCommits() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.git.git(worktree.path(), "checkout", "--quiet", "--detach");
		this.git.commit(worktree.path(), "one");
		assertThat(this.worktrees.unsavedWork(worktree)).hasToString("1 unpushed commit");
		this.git.git(worktree.path(), "checkout", "--quiet", "--orphan", "fresh");
		assertThat(this.worktrees.unsavedWork(worktree).unpushedCommits()).isZero();
	}

	@Test
	void hostilePiecesOfARepositoryAreNotRun() throws Exception {
		Path trap = this.folder.resolve("sprung");
		Path script = Files.writeString(this.folder.resolve("trap.sh"), "#!/bin/sh\ntouch '" + trap + "'\n");
		assertThat(script.toFile().setExecutable(true)).isTrue();
		this.git.git(this.main, "config", "core.fsmonitor", script.toString());
		Files.copy(script, this.main.resolve(".git/hooks/post-checkout"));
		Files.copy(script, this.main.resolve(".git/hooks/reference-transaction"));
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(trap).doesNotExist();
		nest(worktree.path().resolve("nested"), script);
		this.git.git(worktree.path(), "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "add", "nested");
		Files.deleteIfExists(trap);
		Files.writeString(worktree.path().resolve("nested/readme"), "README");
		assertThat(this.worktrees.unsavedWork(worktree).uncommittedFiles()).isEqualTo(2);
		this.worktrees.remove(repository(), worktree, true);
		assertThat(trap).doesNotExist();
	}

	@Test
	void unsavedWorkIgnoresTheWorktreesOwnConfiguration() throws Exception {
		Path trap = this.folder.resolve("sprung");
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.git.git(this.main, "config", "extensions.worktreeConfig", "true");
		Files.writeString(worktree.gitDirectory().resolve("config.worktree"),
				"[filter \"evil\"]\n\tclean = touch '" + trap + "'; cat\n");
		Files.writeString(worktree.path().resolve(".gitattributes"), "* filter=evil\n");
		Files.writeString(worktree.path().resolve("readme"), "README");
		assertThat(this.worktrees.unsavedWork(worktree).uncommittedFiles()).isEqualTo(2);
		assertThat(trap).doesNotExist();
	}

	@Test
	void holdingFindsTheWorktreeOfARenamedBranch() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(worktree.checkedOut()).contains(BRANCH);
		this.git.git(worktree.path(), "branch", "-m", "feat/y");
		assertThat(worktree.checkedOut()).contains(BranchName.of("feat/y"));
		assertThat(this.worktrees.holding(repository(), BranchName.of("feat/y"))).contains(worktree);
		assertThat(this.worktrees.holding(repository(), BRANCH)).contains(worktree);
		assertThat(this.worktrees.holding(repository(), BranchName.of("main"))).isEmpty();
		this.git.git(worktree.path(), "checkout", "--quiet", "--detach");
		assertThat(worktree.checkedOut()).isEmpty();
	}

	private void nest(Path nested, Path script) throws Exception {
		this.git.repository(nested);
		Files.writeString(nested.resolve(".gitattributes"), "* filter=evil\n");
		this.git.git(nested, "config", "filter.evil.clean", script.toString());
		this.git.git(nested, "config", "core.fsmonitor", script.toString());
	}

	@Test
	void gitIgnoresVariablesOfAnOuterGit() {
		this.worktrees.create(repository(), BRANCH);
		assertThat(this.git.commands()).filteredOn((command) -> command.words().contains("--no-pager"))
			.isNotEmpty()
			.allSatisfy((command) -> assertThat(command.withheld()).contains("GIT_DIR", "GIT_INDEX_FILE"))
			.allSatisfy((command) -> assertThat(command.environment()).containsEntry("GIT_TERMINAL_PROMPT", "0"));
	}

	@Test
	void configurationIsWhatGitReadsInTheWorktree() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(this.worktrees.configuration(worktree).user(Set.of())).contains("name = \"Ada L\"",
				"email = \"ada@example.org\"");
		this.git.git(worktree.path(), "config", "pull.rebase", "true");
		assertThat(this.worktrees.configuration(worktree).repository()).contains(entry("pull.rebase", "true"));
		Path included = Files.writeString(this.storage.resolve("included"), "[user]\n\tname = Other\n");
		Files.writeString(this.git.configuration(),
				"[includeIf \"onbranch:" + BRANCH + "\"]\n\tpath = " + included + "\n");
		assertThat(this.worktrees.configuration(worktree).user(Set.of())).contains("name = \"Other\"");
	}

	@Test
	void configurationWhenNobodyIsNamedTakesWhomGitGuesses() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Files.writeString(this.git.configuration(), "[user]\n\temail = ada@example.org\n");
		String guessed = this.git.git(worktree.path(), "var", "GIT_COMMITTER_IDENT").replaceFirst(" <.*", "");
		assertThat(this.worktrees.configuration(worktree).user(Set.of())).contains("name = \"" + guessed + "\"");
		Files.writeString(this.git.configuration(), "[user]\n\tuseConfigOnly = true\n");
		assertThat(this.worktrees.configuration(worktree).user(Set.of())).doesNotContain("name =", "email =");
	}

	@Test
	void attributesAreTheLinesThatNameFilters() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Files.createDirectories(worktree.path().resolve("deep"));
		Files.writeString(worktree.path().resolve("deep/.gitattributes"), "*.bin filter=lfs\n*.txt text\n");
		assertThat(this.worktrees.attributes(worktree)).isEmpty();
		this.git.git(worktree.path(), "add", ".");
		assertThat(this.worktrees.attributes(worktree)).isEqualTo("*.bin filter=lfs\n");
	}

	private static ConfigurationEntry entry(String key, String value) {
		return new ConfigurationEntry(key, value);
	}

	@Test
	void gitPathsWhenAnotherCommandJustShowsTheWorktreeReplacesTheLink() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Path shown = Files.createDirectories(worktree.path().resolveSibling(".views/feat~x/worktrees"))
			.resolve(worktree.gitDirectory().getFileName());
		Files.createSymbolicLink(shown, Path.of("../live/worktrees").resolve(shown.getFileName()));
		this.worktrees.gitPaths(worktree);
		assertThat(Files.isDirectory(shown, LinkOption.NOFOLLOW_LINKS)).isTrue();
	}

	@Test
	void gitPathsAreWritableOnlyWhereGitOnTheHostRunsNothing() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Path common = this.main.resolve(".git");
		Set<Path> writable = Set
			.copyOf(this.worktrees.gitPaths(worktree).stream().filter(GitPath::writable).map(GitPath::path).toList());
		assertThat(writable).containsExactlyInAnyOrder(common.resolve("objects"), common.resolve("refs"),
				common.resolve("refs/heads"), common.resolve("refs/tags"), common.resolve("refs/remotes"),
				common.resolve("refs/notes"), common.resolve("refs/replace"), common.resolve("lfs"),
				common.resolve("logs"), common.resolve("locks"), common.resolve("settings"),
				common.resolve("worktrees"), worktree.gitDirectory(), worktree.gitDirectory().resolve("logs"),
				worktree.path());
		assertThat(this.worktrees.gitPaths(worktree)).filteredOn((path) -> !path.writable())
			.extracting(GitPath::path)
			.containsExactly(common, common.resolve("live"), common.resolve("objects/info"),
					common.resolve("locks/packed-refs.new"), common.resolve("live/config"), common.resolve("live/logs"),
					worktree.gitDirectory().resolve("commondir"), worktree.gitDirectory().resolve("gitdir"),
					worktree.gitDirectory().resolve("config.worktree"), worktree.path().resolve(".git"));
		assertThat(this.worktrees.gitPaths(worktree)).allSatisfy((path) -> assertThat(path.source()).exists());
		assertThat(this.worktrees.gitPaths(worktree))
			.filteredOn((path) -> path.path().endsWith("settings") || path.path().endsWith("worktrees"))
			.allSatisfy((path) -> assertThat(path.source()).startsWith(this.storage));
	}

	@Test
	void gitPathsNameParentsFirst() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Set<Path> seen = new HashSet<>();
		for (GitPath path : this.worktrees.gitPaths(worktree)) {
			assertThat(seen).noneMatch((earlier) -> earlier.startsWith(path.path()));
			seen.add(path.path());
		}
	}

	@Test
	void gitPathsKeepLogsOfTheContainerApart() {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		assertThat(this.worktrees.gitPaths(worktree)).filteredOn((path) -> path.path().endsWith("logs"))
			.hasSize(3)
			.allSatisfy((path) -> assertThat(path.source()).startsWith(this.storage));
	}

	@Test
	void requireMountableWhenAContainerMadeALinkRefuses() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.worktrees.gitPaths(worktree);
		this.worktrees.requireMountable(worktree);
		Path settings = worktree.gitDirectory().resolve("config.worktree");
		Files.delete(settings);
		Files.createSymbolicLink(settings, Path.of("/etc/hostname"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.requireMountable(worktree))
			.withMessageContaining("config.worktree");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "git-lfs clean -- %f; " })
	void unsavedWorkRunsNoFilterOfTheHost(String first) throws Exception {
		Path proof = this.main.resolveSibling("proof");
		this.git.git(this.main, "config", "filter.evil.clean", first + "touch '" + proof + "'; cat");
		this.git.git(this.main, "config", "filter.evil.required", "true");
		Files.writeString(this.main.resolve("tracked"), "one");
		this.git.git(this.main, "add", "tracked");
		this.git.git(this.main, "commit", "--quiet", "--message", "Tracked");
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Files.writeString(worktree.path().resolve(".gitattributes"), "* filter=evil\n");
		// Of the same size, so that git has to look into it.
		Files.writeString(worktree.path().resolve("tracked"), "two");
		Files.setLastModifiedTime(worktree.path().resolve("tracked"), FileTime.fromMillis(0));
		assertThat(this.worktrees.unsavedWork(worktree).uncommittedFiles()).isEqualTo(2);
		assertThat(proof).doesNotExist();
	}

	@Test
	void configurationTakesNothingFromTheWorktreesOwnFile() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		this.git.git(this.main, "config", "extensions.worktreeConfig", "true");
		this.git.git(this.main, "config", "includeIf.onbranch:" + BRANCH + ".path",
				this.main.resolve("branch.inc").toString());
		Files.writeString(this.main.resolve("branch.inc"), "[user]\n\tname = Branch\n");
		Files.writeString(worktree.gitDirectory().resolve("config.worktree"),
				"[commit]\n\ttemplate = /etc/hostname\n[user]\n\temail = evil@example.com\n");
		assertThat(this.worktrees.configuration(worktree).repository())
			.contains(new ConfigurationEntry("user.name", "Branch"))
			.noneMatch((entry) -> entry.key().equals("commit.template"))
			.noneMatch((entry) -> "evil@example.com".equals(entry.value()));
		assertThat(this.worktrees.configuration(worktree).copies())
			.noneMatch((copy) -> copy.name().contains("template"));
	}

	@Test
	void gitPathsLeadPackedReferencesToTheRealOnesInSixLinks() throws Exception {
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Path view = this.worktrees.gitPaths(worktree).getFirst().source();
		this.worktrees.gitPaths(worktree);
		Path link = view.resolve("packed-refs");
		for (int resolved = 0; resolved < 5; resolved++) {
			link = link.resolveSibling(Files.readSymbolicLink(link));
		}
		assertThat(link).isEqualTo(view.resolve("locks/packed-refs"));
		Path last = view.resolveSibling("locks").resolve("packed-refs");
		assertThat(Files.readSymbolicLink(last)).isEqualTo(Path.of("../live/packed-refs"));
	}

	@Test
	void gitPathsKeepTheStashesOfTheHost() throws Exception {
		Files.writeString(this.main.resolve("readme"), "changed");
		this.git.git(this.main, "stash", "push", "--quiet");
		Worktree worktree = this.worktrees.create(repository(), BRANCH).worktree();
		Path logs = this.worktrees.gitPaths(worktree)
			.stream()
			.filter((path) -> path.path().equals(this.main.resolve(".git/logs")))
			.map(GitPath::source)
			.findFirst()
			.orElseThrow();
		assertThat(logs.resolve("refs/stash")).hasSameTextualContentAs(this.main.resolve(".git/logs/refs/stash"));
		Path stash = logs.resolveSibling("refs/stash");
		assertThat(stash).hasSameTextualContentAs(this.main.resolve(".git/refs/stash"));
		assertThat(this.worktrees.unsavedWork(worktree).none()).isTrue();
		String oid = Files.readString(stash).strip();
		Files.writeString(logs.resolve("refs/stash"), oid + " " + "1".repeat(40) + " A <a> 1 +0\tWIP\n");
		assertThat(this.worktrees.unsavedWork(worktree)).hasToString("1 stashed change");
	}

	private Repository repository() {
		return this.worktrees.repository(this.main);
	}

	private void addRemote(String name) throws Exception {
		Path remote = this.folder.resolve(name);
		this.git.git(this.folder, "clone", "--quiet", this.main.toString(), remote.toString());
		this.git.git(remote, "switch", "--quiet", "-c", "feat/x");
		this.git.commit(remote, "remote");
		this.git.git(this.main, "remote", "add", name, remote.toString());
		this.git.git(this.main, "fetch", "--quiet", name);
	}

	private void assertNothingLeft() {
		assertThat(this.worktrees.all()).isEmpty();
		assertThat(this.storage.resolve(repository().id())).doesNotExist();
		assertThat(this.git.git(this.main, "branch", "--list", "feat/x")).isEmpty();
		assertThat(this.git.git(this.main, "worktree", "list").lines()).hasSize(1);
	}

	@Test
	void undoWhenInterruptedDuringCreateLeavesNothing() {
		Worktrees interrupted = new Worktrees(this::interruptAfterAdding, this.storage);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> interrupted.create(repository(), BRANCH));
		assertThat(Thread.interrupted()).isTrue();
		assertNothingLeft();
	}

	private CommandResult interruptAfterAdding(Command command) {
		CommandResult result = this.git.run(command);
		if (command.words().contains("add")) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted");
		}
		return result;
	}

}
