package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk through an instance in repositories of many shapes: made, committed to inside,
 * seen outside, removed.
 */
@InWorld(World.RESIDENT)
class RepositoryShapesIntegrationTests extends InstanceTestBase {

	private static final String COMMIT = "cat file && echo 2 >>file && git add file && git commit -q -m Inside"
			+ " && git status --short && git fsck --connectivity-only >/dev/null";

	/**
	 * The shapes: a script that makes the folder {@code $2} of the repository {@code $1},
	 * which has one file.
	 */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					objects behind a link | git clone -q "$1" "$2" && mv "$2/.git/objects" "$2.o" && ln -s "$2.o" "$2/.git/objects"
					references behind a link | git clone -q "$1" "$2" && mv "$2/.git/refs" "$2.r" && ln -s "../../$(basename "$2").r" "$2/.git/refs"
					the whole behind a link | git clone -q "$1" "$2" && mv "$2/.git" "$2.g" && ln -s "$2.g" "$2/.git"
					packed references and hooks behind links | git clone -q "$1" "$2" && cd "$2" && git pack-refs --all && mkdir ../p && for f in packed-refs hooks description info; do mv .git/$f ../p/ && ln -s ../../p/$f .git/$f; done
					bare in a folder | mkdir "$2" && git clone -q --bare "$1" "$2/.bare" && echo "gitdir: ./.bare" >"$2/.git"
					bare | git clone -q --bare "$1" "$2"
					separate | git clone -q --separate-git-dir "$2.d" "$1" "$2"
					submodule | git init -q "$2.outer" && cd "$2.outer" && git -c protocol.file.allow=always submodule --quiet add "$1" sub && ln -s "$2.outer/sub" "$2"
					partial | git -C "$1" config uploadpack.allowFilter true && git -C "$1" config uploadpack.allowAnySHA1InWant true && git clone -q --no-checkout --filter=blob:none "file://$1" "$2"
					borrowing | git clone -q --shared "$1" "$2.b" && git clone -q --shared "$2.b" "$2"
					borrowing by a relative path | git clone -q --shared "$1" "$2" && echo "../../../sample repository/.git/objects" >"$2/.git/objects/info/alternates"
					a name with everything | ln -s "$2 ,:;%20'äß😀$" "$2" && git clone -q "$1" "$2 ,:;%20'äß😀$"
					""")
	void walkThroughWorks(String shape, String script) throws IOException {
		Path repository = make(script);
		this.product.in(repository, "run", "feat/x").done();
		assertThat(inside(repository, COMMIT)).isEqualTo("1\n");
		assertThat(this.product.tool("git", "-C", repository.toString(), "log", "--format=%s", "feat/x"))
			.isEqualTo("Inside\nFile\nBegin\n");
		assertThat(this.product.in(repository, "rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.product.in(repository, "ps").done()).isEqualTo("No instances found\n");
	}

	@Test
	void filesOfGitLfsAreStoredAsPointers() throws IOException {
		Path repository = make("git clone -q \"$1\" \"$2\"");
		// As 'git lfs install' writes it on the host.
		this.product.git("config", "--global", "filter.lfs.clean", "git-lfs clean -- %f");
		this.product.git("config", "--global", "filter.lfs.smudge", "git-lfs smudge -- %f");
		this.product.git("config", "--global", "filter.lfs.process", "git-lfs filter-process");
		this.product.git("config", "--global", "filter.lfs.required", "true");
		this.product.in(repository, "run", "feat/x").done();
		inside(repository, "git lfs track '*.bin' && echo large >a.bin && git add . && git commit -q -m Large");
		assertThat(this.product.tool("git", "-C", repository.toString(), "cat-file", "-p", "feat/x:a.bin"))
			.startsWith("version https://git-lfs");
		this.product.in(repository, "rm", "feat/x", "-f").done();
	}

	@Test
	void movedRepositoryIsMendedByRun() throws IOException {
		Path repository = make("git clone -q \"$1\" \"$2\"");
		this.product.in(repository, "run", "feat/x").done();
		inside(repository, "echo work >work");
		Path moved = Files.move(repository, repository.resolveSibling("moved"));
		assertThat(this.product.in(moved, "ps").done()).contains("feat/x   moved");
		assertThat(this.product.in(moved, "ps").errors()).contains("'hjk run feat/x' repairs the instance");
		this.product.in(moved, "rm", "feat/x").assertFailed(2, "1 uncommitted file", "hjk rm feat/x -f");
		this.product.in(moved, "exec", "feat/x", "--no-mux", "--", "true")
			.assertFailed(3, "was moved", "run 'hjk run feat/x'");
		this.product.in(moved, "run", "feat/x").done();
		assertThat(inside(moved, "cat work && git status --short")).isEqualTo("work\n?? work\n");
		this.product.in(moved, "rm", "feat/x", "-f").done();
	}

	@Test
	void deletedWorktreeIsToldAndMendedByRun() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.product.tool("rm", "-rf", this.product.worktree("feat~x").toString());
		assertThat(this.product.hjk("ps").done()).contains("feat/x   orphaned");
		this.product.hjk("exec", "feat/x", "--no-mux", "--", "true").assertFailed(3, "is gone", "run 'hjk run feat/x'");
		this.product.hjk("run", "feat/x").done();
		assertThat(inside(this.product.repository(), "git status --short")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.lock", "-x", "a@{b", "a\u202eb", "a\u0085b", "a\u001b[31mb" })
	void strangeBranchIsRefusedBeforeAnythingIsMade(String branch) {
		Hjk.Result result = this.product.hjk("run", "--", branch);
		assertThat(result.code()).isEqualTo(2);
		assertThat(result.errors()).doesNotContain("\u202e", "\u0085", "\u001b");
		assertThat(this.product.git("branch", "--format=%(refname:short)")).isEqualTo("main\n");
		this.product.assertNothingIsMade("a*");
	}

	private Path make(String script) throws IOException {
		Files.writeString(this.product.repository().resolve("file"), "1\n");
		this.product.git("add", "file");
		this.product.git("commit", "--quiet", "--message", "File");
		Path repository = this.folder.toRealPath().resolve("shape");
		this.product.tool("sh", "-ec", script, "sh", this.product.repository().toRealPath().toString(),
				repository.toString());
		return repository.toRealPath();
	}

	private String inside(Path repository, String script) {
		return this.product.in(repository, "exec", "feat/x", "--no-mux", "--", "sh", "-c", script).done();
	}

}
