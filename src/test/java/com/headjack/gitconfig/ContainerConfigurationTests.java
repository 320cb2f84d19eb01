package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ContainerConfigurationTests {

	private final TestHost host = new TestHost();

	@ParameterizedTest
	@CsvSource({ "core.autocrlf,input", "core.filemode,false", "pull.rebase,true", "user.name,Ada L",
			"branch.feat/x.merge,refs/heads/x", "alias.st,status -sb", "pager.log,false", "diff.algorithm,histogram",
			"advice.detachedhead,false", "color.diff.new,green", "core.excludesfile,.ignored",
			"core.hookspath,.githooks", "core.hookspath,/dev/null", "submodule.a/b.update,rebase",
			"extensions.worktreeconfig,true", "core.whitespace,cr-at-eol", "url.git@example.org:.insteadof,gh:" })
	void repositoryWhenASettingIsAllowedHasIt(String key, String value) {
		assertThat(this.host.local(key, value).repository()).containsOnly(entry(key, value));
	}

	@ParameterizedTest
	@CsvSource({ "credential.helper,store", "core.sshcommand,ssh -i k", "core.fsmonitor,true", "core.editor,vi",
			"core.pager,less", "gpg.program,gpg", "commit.gpgsign,true", "user.signingkey,ABC", "alias.x,!rm",
			"http.proxy,http://u:p@h", "http.extraheader,Authorization: FAKE", "pager.log,less", "include.path,x",
			"diff.external,meld", "merge.tool,meld", "core.worktree,../x", "init.templatedir,/home/ada/t",
			"url.https://u:FAKE@h/.insteadof,x", "sendemail.smtppass,FAKE", "unknown.key,1", "trailer.x.command,id",
			"fetch.fsck.skiplist,/home/ada/list", "submodule.x.update,!id", "uploadpack.packobjectshook,id",
			"remote.origin.uploadpack,/opt/x", "remote.origin.proxy,h", "alias.t,fetch https://FAKE@h/r" })
	void settingsThatAreNotAllowedStayOutside(String key, String value) {
		assertThat(this.host.local(key, value).global(key, value).repository()).isEmpty();
		assertThat(this.host.user()).doesNotContain(value);
	}

	@Test
	void levelsAreKeptApartAndInOrder() {
		this.host.entry("system", "core.eol", "lf")
			.global("push.pushoption", "a")
			.global("push.pushoption", "b")
			.local("core.eol", "crlf")
			.entry("worktree", "core.sparsecheckout", "true");
		assertThat(this.host.user())
			.endsWith("[core]\n\teol = \"lf\"\n[push]\n\tpushoption = \"a\"\n\tpushoption = \"b\"\n");
		assertThat(this.host.configuration().repository()).containsExactly(new ConfigurationEntry("core.eol", "crlf"),
				new ConfigurationEntry("core.sparsecheckout", "true"));
	}

	@Test
	void settingsOfTheEnvironmentReplaceAllOthers() {
		this.host.local("core.autocrlf", "true").entry("command", "core.autocrlf", "false");
		assertThat(this.host.repository()).isEmpty();
		assertThat(this.host.user()).contains("autocrlf = \"false\"");
	}

	@Test
	void variablesNameWhoCommits() {
		this.host.local("author.name", "Other").variable("GIT_AUTHOR_NAME", "Ada").variable("EMAIL", "a@example.org");
		assertThat(this.host.repository()).isEmpty();
		assertThat(this.host.user()).contains("[author]\n\tname = \"Ada\"\n", "[user]\n\temail = \"a@example.org\"\n");
		assertThat(this.host.global("user.email", "b@example.org").user()).doesNotContain("a@example.org");
	}

	@Test
	void guessingAddsOnlyWhatIsNotNamed() {
		this.host.global("user.name", "Ada");
		assertThat(this.host.configuration().namesTheCommitter()).isFalse();
		assertThat(this.host.configuration().guessing("root <root@host> 1700000000 +0100\n").user(Set.of()))
			.contains("name = \"Ada\"", "email = \"root@host\"")
			.doesNotContain("name = \"root\"");
		assertThat(this.host.configuration().guessing("nonsense").user(Set.of())).doesNotContain("email");
		assertThat(this.host.global("user.useconfigonly", "true").configuration().namesTheCommitter()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "https://ada:FAKE@example.org/r.git,https://example.org/r.git",
			"https://FAKE@example.org/r.git,https://example.org/r.git",
			"ssh://git:FAKE@example.org/r,ssh://git@example.org/r", "git@example.org:r,git@example.org:r",
			"https://example.org/r?private_token=FAKE&x=1,https://example.org/r",
			"https://a:p@FAKE@example.org/r,https://example.org/r", "../other,../other",
			"foo::https://u:FAKE@example.org/r,foo::https://example.org/r" })
	void addressesLoseTheirPasswords(String url, String clean) {
		assertThat(this.host.local("remote.origin.url", url).repository())
			.containsOnly(entry("remote.origin.url", clean));
	}

	@Test
	void filesOutsideAreCopied() {
		this.host.global("core.excludesfile", "~/gi")
			.local("commit.template", "/home/ada/t")
			.local("mailmap.file", "/src/tree/m");
		assertThat(this.host.user()).contains("excludesfile = \"/etc/headjack/git/core.excludesfile\"");
		assertThat(this.host.repository()).containsOnly(
				entry("commit.template", "/etc/headjack/git/commit.template.repository"),
				entry("mailmap.file", "/src/tree/m"));
		assertThat(this.host.configuration().copies()).containsExactlyInAnyOrder(
				new HostCopy("core.excludesfile", List.of(Path.of("/home/ada/gi")), false),
				new HostCopy("commit.template.repository", List.of(Path.of("/home/ada/t")), false));
	}

	@Test
	void usualFilesAreCopiedIfTheyAreThere() {
		assertThat(this.host.configuration().copies()).isEmpty();
		this.host.variable("XDG_CONFIG_HOME", "/cfg").file("/cfg/git/ignore").file("/etc/gitattributes");
		assertThat(this.host.user()).contains("attributesfile = \"/etc/headjack/git/core.attributesfile\"",
				"excludesfile = \"/etc/headjack/git/core.excludesfile\"");
		assertThat(this.host.configuration().copies()).containsExactlyInAnyOrder(
				new HostCopy("core.excludesfile", List.of(Path.of("/cfg/git/ignore")), false),
				new HostCopy("core.attributesfile",
						List.of(Path.of("/etc/gitattributes"), Path.of("/cfg/git/attributes")), false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "~/.githooks", "/home/ada/.githooks", "/src/repo/.git/other" })
	void hooksOutsideAreCopied(String folder) {
		this.host.global("core.hookspath", folder);
		assertThat(this.host.user()).contains("hookspath = \"/etc/headjack/git/hooks\"");
		assertThat(this.host.configuration().copies()).singleElement()
			.satisfies((copy) -> assertThat(copy.hooks()).isTrue());
	}

	@ParameterizedTest
	@CsvSource({ "/src/tree/.githooks,/src/tree/.githooks", "/src/repo/.git/hooks,/src/repo/.git/hooks",
			"/src/repo/.husky,.husky" })
	void hooksInsideStayWhereTheyAre(String folder, String inside) {
		this.host.local("core.hookspath", folder).file("/src/tree/.husky");
		assertThat(this.host.repository()).containsOnly(entry("core.hookspath", inside));
		assertThat(this.host.configuration().copies()).isEmpty();
	}

	@Test
	void noticesTellOfHooksThatTheBranchDoesNotHave() {
		this.host.local("core.hookspath", ".husky/_");
		assertThat(this.host.notices("")).isEmpty();
		this.host.file("/src/repo/.husky/_");
		assertThat(this.host.notices("")).singleElement().asString().contains("hooks do not run", ".husky/_");
		assertThat(this.host.file("/src/tree/.husky/_").notices("")).isEmpty();
		assertThat(this.host.global("hook.lint.command", "lint").notices("")).singleElement()
			.asString()
			.contains("\"lint\"");
	}

	@ParameterizedTest
	@CsvSource({ "commit.gpgsign,true,1", "tag.gpgsign,on,1", "tag.forcesignannotated,1,1", "push.gpgsign,yes,1",
			"commit.gpgsign,false,0", "commit.gpgsign,0,0", "push.gpgsign,if-asked,0", "gpg.format,ssh,0" })
	void noticesTellThatNothingIsSigned(String key, String value, int count) {
		assertThat(this.host.local(key, value).notices("")).hasSize(count)
			.allSatisfy((notice) -> assertThat(notice).contains("not signed", key));
	}

}
