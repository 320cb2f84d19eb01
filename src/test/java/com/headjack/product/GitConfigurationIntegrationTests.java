package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is committed in a container is what would be committed outside, whatever the
 * host's git is set to.
 */
class GitConfigurationIntegrationTests extends InstanceTestBase {

	private static final String BRANCH = "feat/x";

	private Path repository;

	@BeforeEach
	void find() {
		this.repository = this.product.repository();
	}

	@Test
	void lineEndsAndModesAreThoseOfTheHost() throws IOException {
		set("core.autocrlf", "true");
		set("core.fileMode", "false");
		this.product.git("config", "--unset", "core.fileMode");
		commit("lines.txt", "one\ntwo\n");
		run();
		assertThat(inside("git status --short; chmod +x lines.txt; git status --short")).isEmpty();
		assertThat(this.product.tool("git", "-C", worktree(), "status", "--short")).isEmpty();
		assertThat(inside("echo three >>lines.txt && git commit -qam x && git show --numstat --format= HEAD"))
			.isEqualTo("1\t0\tlines.txt\n");
		assertThat(inside("git cat-file -p HEAD:lines.txt")).isEqualTo("one\ntwo\nthree\n");
	}

	@Test
	void filesOfTheUserAreThere() throws IOException {
		write(".config/git/ignore", "*.tmp\n");
		write("template", "Template\n");
		set("commit.template", "~/template");
		set("core.commentChar", ";");
		run();
		assertThat(inside("touch x.tmp; git status --short")).isEmpty();
		assertThat(inside("GIT_EDITOR='cat >~/seen' git commit --allow-empty; cp ~/seen . || :; "
				+ "git config commit.template | xargs cat"))
			.contains("Template");
		write(".config/git/ignore", "*.other\n");
		run();
		assertThat(inside("touch y.other; git status --short")).contains("x.tmp").doesNotContain("y.other");
	}

	@Test
	void nothingSecretAndNoProgramOfTheHostIsThere() throws IOException {
		this.product.git("config", "remote.origin.url", "https://user:CANARY-token@example.invalid/r.git");
		set("url.https://CANARY-token@example.invalid/.insteadOf", "ex:");
		set("http.extraHeader", "Authorization: CANARY-token");
		set("credential.helper", "!echo CANARY-token");
		set("alias.shell", "!echo CANARY-token");
		set("core.pager", "no-such-pager");
		run();
		assertThat(inside("git config --list; cat ~/.gitconfig; cat /etc/headjack/git/*; cat \"$(git rev-parse "
				+ "--git-common-dir)/config\""))
			.contains("https://example.invalid/r.git")
			.doesNotContain("CANARY")
			.doesNotContain("no-such-pager");
	}

	@Test
	void includedSettingsNameWhoCommits() throws IOException {
		write("work", "[user]\n\temail = work@example.com\n");
		set("includeIf.onbranch:feat/**.path", "~/work");
		this.product.with("GIT_AUTHOR_NAME", "Author of the environment");
		run();
		assertThat(inside("git commit -q --allow-empty -m x && git log -1 --format='%an %ae %cn %ce'"))
			.isEqualTo("Author of the environment work@example.com Sample work@example.com\n");
	}

	@Test
	void filtersWorkWhereTheirProgramIs() throws IOException {
		set("filter.up.clean", "sed 's/lower case/UPPER CASE/'");
		set("filter.up.smudge", "sed 's/UPPER CASE/lower case/'");
		commit(".gitattributes", "*.up filter=up\n");
		commit("a b.up", "lower case\n");
		assertThat(run().errors()).doesNotContain("filter");
		assertThat(inside("cat 'a b.up'; git status --short; cp 'a b.up' c.up; git add .; git cat-file -p :c.up"))
			.isEqualTo("lower case\nUPPER CASE\n");
	}

	@Test
	void filtersWithoutTheirProgramMakeNoWrongBlob() throws IOException {
		Path program = write("tool-of-the-host", "#!/bin/sh\nsed s/secret/hidden/\n");
		assertThat(program.toFile().setExecutable(true)).isTrue();
		set("filter.hide.clean", "'" + program + "'");
		commit(".gitattributes", "*.hidden filter=hide\n");
		commit("f.hidden", "a secret\n");
		commit("other", "other\n");
		assertThat(run().errors()).contains("\"hide\"", "tool-of-the-host");
		assertThat(this.product.hjk("ps", BRANCH).done()).contains("\"hide\"", "tool-of-the-host");
		assertThat(
				inside("git status --short; echo more >>other; git commit -qam other; git show --name-only --format="))
			.isEqualTo("other\n");
		assertThat(
				inside("echo a secret >>f.hidden; git status --short; git add f.hidden 2>&1; git commit -qam x 2>&1; "
						+ "git cat-file -p :f.hidden"))
			.startsWith(" M f.hidden\n")
			.contains("headjack: git cannot take f.hidden")
			.endsWith("a hidden\n");
		assertThat(inside("echo more >>other; git commit -qm second other; git checkout -q f.hidden; cat f.hidden; "
				+ "git status --short; git stash list"))
			.isEqualTo("a hidden\n");
	}

	@Test
	void aFilterThatTheHostDoesNotHaveDoesNothing() throws IOException {
		commit(".gitattributes", "*.bin filter=lfs\n");
		run();
		assertThat(inside("echo x >x.bin; git add x.bin; git cat-file -p :x.bin")).isEqualTo("x\n");
	}

	@Test
	void mergeDriversWithoutTheirProgramLeaveAConflict() throws IOException {
		set("merge.own.driver", "no-such-merge %O %A %B");
		commit(".gitattributes", "*.own merge=own\n");
		commit("f.own", "1\n2\n3\n");
		assertThat(run().errors()).contains("\"own\"", "no-such-merge");
		assertThat(inside("echo x >>f.own; git commit -qam x; git checkout -q -b y HEAD~1; sed -i s/1/y/ f.own; "
				+ "git commit -qam y; git merge feat/x 2>&1; git status --short"))
			.contains("headjack: merged f.own", "UU f.own");
	}

	@Test
	void hooksOutsideOfTheRepositoryRun() throws IOException {
		Path hook = write(".githooks/pre-commit", "#!/bin/sh\necho a hook of the user\n. \"$(dirname \"$0\")/part\"\n");
		assertThat(hook.toFile().setExecutable(true)).isTrue();
		write(".githooks/part", "exit 1\n");
		set("core.hooksPath", "~/.githooks");
		run();
		assertThat(inside("git commit --allow-empty -m x 2>&1 || echo refused"))
			.isEqualTo("a hook of the user\nrefused\n");
	}

	@Test
	void hooksThatTheBranchDoesNotHaveAreTold() throws IOException {
		Files.createDirectories(this.repository.resolve(".husky/_"));
		this.product.git("config", "core.hooksPath", ".husky/_");
		assertThat(run().errors()).contains("hooks do not run", ".husky/_");
		assertThat(run().errors()).doesNotContain("hooks");
	}

	@Test
	void signingThatIsDemandedIsLeftOutAndTold() {
		this.product.git("config", "commit.gpgSign", "true");
		this.product.git("config", "tag.gpgSign", "true");
		this.product.git("config", "gpg.program", "/no/such/gpg");
		assertThat(run().errors()).contains("not signed", "commit.gpgsign");
		assertThat(this.product.hjk("ps", BRANCH).done()).contains("not signed");
		assertThat(inside("git commit -q --allow-empty -m x && git checkout -q -b side HEAD~1 && "
				+ "git commit -q --allow-empty -m y && git merge -q --no-ff --no-edit feat/x && git tag -a v -m v && "
				+ "git rebase -q --force-rebase HEAD~1 && git log -1 --format=%G?"))
			.isEqualTo("N\n");
	}

	private Hjk.Result run() {
		Hjk.Result result = this.product.hjk("run", BRANCH);
		result.done();
		return result;
	}

	private String inside(String command) {
		return this.product.inside(BRANCH, command);
	}

	private void set(String key, String value) {
		this.product.git("config", "--global", key, value);
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.product.home().resolve(name);
		Files.createDirectories(file.resolveSibling(""));
		return Files.writeString(file, text);
	}

	private void commit(String file, String text) throws IOException {
		Files.writeString(this.repository.resolve(file), text);
		this.product.git("add", "--", file);
		this.product.git("commit", "--quiet", "-m", "Add " + file);
	}

	private String worktree() throws IOException {
		return this.product.worktree("feat~x").toString();
	}

}
