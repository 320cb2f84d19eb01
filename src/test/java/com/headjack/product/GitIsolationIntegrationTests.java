package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Git in a container does what it should, and reaches nothing that git on the host would
 * run or follow.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "ORDINARY_DEVELOPER" })
class GitIsolationIntegrationTests extends InstanceTestBase {

	private static final String COMMIT = "echo 1 >file && git add file && git commit -q -m One";

	/**
	 * Prints the attacks that succeed.
	 */
	private static final String ATTACKS = """
			common=$(git rev-parse --path-format=absolute --git-common-dir)
			own=$(git rev-parse --absolute-git-dir)
			count=0
			while IFS= read -r attack; do
				count=$((count + 1))
				(eval "$attack") >/dev/null 2>&1 </dev/null && echo "$attack"
			done <<'END'
			echo evil >"$common/hooks/pre-commit"
			ln -s /bin/true "$common/hooks/post-checkout"
			mv "$common/hooks" "$common/gone"
			echo evil >"$common/live/hooks/pre-commit"
			echo evil >>"$common/live/config"
			ln -sf evil "$common/config"
			rm "$common/config"
			git config --worktree core.pager evil
			git config --file "$own/config.worktree" core.pager evil
			echo evil >>"$own/config.worktree"
			ln -sf evil "$own/config.worktree"
			mv "$own/config.worktree" "$own/gone"
			echo /evil >"$own/commondir"
			mv "$own/commondir" "$own/gone"
			rm "$own/gitdir"
			mv "$own" "$own.gone"
			echo evil >"$common/info/attributes"
			echo /evil >"$common/objects/info/alternates"
			echo evil >"$common/live/worktrees/evil"
			echo evil >"$common/worktrees/sample-repository/HEAD"
			echo 'gitdir: /evil' >.git
			ln -sf /evil .git
			rm -f .git
			mv .git gone
			mv "$PWD" "$PWD.gone"
			git init --separate-git-dir /tmp/evil
			git sparse-checkout set evil
			mount -o remount,rw,bind "$common/live"
			umount .git
			END
			echo "$count tried"
			""";

	@BeforeEach
	void setUp() {
		this.product.hjk("run", "feat/x").done();
	}

	@Test
	void commitsCanBeAmendedAndMoved() throws IOException {
		Files.writeString(this.product.repository().resolve("other"), "host");
		this.product.git("add", "other");
		this.product.git("commit", "--quiet", "--message", "Host");
		inside(COMMIT + " && echo 2 >file && git commit -q -a -m Two && git commit -q --amend -m Three");
		inside("git rebase -q main");
		assertThat(subjects()).isEqualTo("Three\nOne\nHost\nBegin\n");
		inside("GIT_SEQUENCE_EDITOR='sed -i 2s/pick/fixup/' git rebase -q -i main");
		assertThat(subjects()).isEqualTo("One\nHost\nBegin\n");
		inside("git revert --no-edit HEAD && git cherry-pick HEAD~1 && git reset -q --hard HEAD~1 && git tag v1");
		assertThat(subjects()).isEqualTo("Revert \"One\"\nOne\nHost\nBegin\n");
		inside("git checkout -q -b other && git commit -q --allow-empty -m Other && git checkout -q feat/x"
				+ " && git merge -q other && git fsck --strict");
		assertThat(subjects()).startsWith("Other\n");
	}

	@Test
	void changesCanBeStashed() {
		inside(COMMIT + " && echo 2 >file && echo new >untracked && git stash -q -u && git status --porcelain");
		assertThat(inside("cat file; git stash list")).isEqualTo("1\nstash@{0}: WIP on feat/x: " + head() + " One\n");
		assertThat(inside("git stash pop -q && cat file untracked")).isEqualTo("2\nnew\n");
		assertThat(inside("git stash -q && git stash drop -q && cat file && git stash list")).isEqualTo("1\n");
	}

	@Test
	void stashesOfTheHostStayThere() throws IOException {
		Path file = Files.writeString(this.product.repository().resolve("hosts"), "work");
		this.product.git("add", "hosts");
		this.product.git("stash", "--quiet");
		inside(COMMIT + " && echo 2 >file && git stash -q && git stash pop -q && git stash -q");
		assertThat(this.product.git("stash", "list").lines()).hasSize(1);
		this.product.git("stash", "pop", "--quiet");
		assertThat(file).hasContent("work");
		assertThat(inside("git stash list").lines()).hasSize(1);
		this.product.hjk("rm", "feat/x").assertFailed(2, "1 unpushed commit and 1 stashed change", "-f");
	}

	@Test
	void whatTheHostRunsCannotBeChanged() throws IOException {
		String before = administration();
		assertThat(inside(ATTACKS)).isEqualTo("29 tried\n");
		assertThat(administration()).isEqualTo(before);
		this.product.git("fsck");
	}

	@Test
	void whatTheContainerConfiguresStaysThere() throws IOException {
		String before = administration();
		inside("""
				git config core.pager evil && git config core.fsmonitor evil && git config include.path evil
				git config branch.main.remote evil && git config branch.main.merge refs/heads/evil
				git config remote.evil.url ext::evil && git config branch.feat/x.remote evil
				git config branch.feat/x.merge 'refs/heads/-x y' && git worktree add -q --detach /tmp/evil""");
		this.product.hjk("stop", "feat/x").done();
		this.product.hjk("start", "feat/x").done();
		assertThat(administration()).isEqualTo(before);
		assertThat(inside("git config core.fsmonitor")).isEqualTo("evil\n");
	}

	@Test
	void aConfigurationThatIsAPipeHoldsNothingUp() throws IOException {
		String before = administration();
		inside("cd \"$(git rev-parse --git-common-dir)/settings\" && rm config && mkfifo config");
		this.product.hjk("stop", "feat/x").done();
		assertThat(administration()).isEqualTo(before);
	}

	@Test
	void aRenamedBranchStaysOneInstance() throws IOException {
		String ready = this.product.hjk("run", "feat/x").done();
		inside("git branch -m feat/y && git config branch.feat/y.remote . && git config branch.feat/y.merge refs/heads/main");
		assertThat(this.product.hjk("ps").done()).contains("feat/x (on feat/y)");
		assertThat(this.product.hjk("run", "feat/y").done()).isEqualTo(ready.strip() + " (on feat/y)\n");
		assertThat(this.product.git("config", "branch.feat/y.remote")).isEqualTo(".\n");
		assertThat(this.product.hjk("exec", "feat/y", "--no-mux", "--", "git", "branch", "--show-current").done())
			.isEqualTo("feat/y\n");
		inside(COMMIT);
		this.product.hjk("stop", "feat/y").done();
		this.product.hjk("recreate", "feat/y").done();
		this.product.hjk("rm", "feat/y").assertFailed(2, "branch \"feat/y\" has 1 unpushed commit", "feat/x");
		this.product.hjk("rm", "feat/y", "-f").done();
		assertThat(this.product.git("branch", "--list", "feat/*")).isEqualTo("  feat/y\n");
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	@Test
	void linksInLogsAreNotFollowedOnTheHost() throws IOException {
		Path victim = Files.writeString(this.product.home().resolve("victim"), "as it was");
		inside("""
				common=$(git rev-parse --path-format=absolute --git-common-dir)
				own=$(git rev-parse --absolute-git-dir)
				for log in "$common/logs/HEAD" "$common/logs/refs/heads/planted" "$common/logs/refs/heads/feat/x" \
						"$common/logs/refs/heads/main" "$own/logs/HEAD"; do
					mkdir -p "${log%%/*}" && ln -sf '%s' "$log"
				done
				""".formatted(victim));
		this.product.git("commit", "--quiet", "--allow-empty", "--message", "Evil text");
		this.product.git("branch", "planted");
		this.product.git("-C", this.product.worktree("feat~x").toString(), "commit", "--quiet", "--allow-empty",
				"--message", "Evil text");
		assertThat(victim).hasContent("as it was");
		assertThat(this.product.git("reflog", "feat/x")).contains("Evil text");
	}

	private String inside(String script) {
		return this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", script).done();
	}

	private String subjects() {
		return this.product.git("log", "--format=%s", "feat/x");
	}

	private String head() {
		return this.product.git("rev-parse", "--short", "feat/x").strip();
	}

	/**
	 * All of the repository that is no object and no reference, and where the worktree
	 * points to.
	 */
	private String administration() throws IOException {
		String worktree = this.product.worktree("feat~x").toString();
		return this.product.tool("sh", "-c",
				"find .git \"$1/.git\" ! -path '*/objects/[0-9a-f]*' ! -path '*/refs/*' ! -type d"
						+ " -exec ls -l --time-style=+ {} + -exec cksum {} +",
				"sh", worktree);
	}

}
