package com.headjack.gitconfig;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class DriversTests {

	private final TestHost host = new TestHost();

	@ParameterizedTest
	@CsvSource(delimiter = '@', textBlock = """
			git-lfs clean -- %f         @ git-lfs
			"git-crypt" clean           @ git-crypt
			git lfs smudge              @ git-lfs
			sed -e 's/$x|(y)//'         @ sed
			LC_ALL=C sort               @ sort
			jq -S . 2>/dev/null | sort  @ jq, sort
			sed '/^#secret/d'           @ sed
			exec a\\ b/../c             @ -
			/usr/bin/git-crypt clean    @ -
			python3 /home/ada/clean.py  @ -
			./tools/clean               @ -
			~/bin/clean                 @ -
			f() { cat; }; f             @ -
			cat <x                      @ -
			echo "$(id)"                @ -
			if true; then cat; fi       @ -
			sh -c x                     @ -
			C:\\git\\lfs.exe clean      @ -
			a "unclosed                 @ -
			""")
	void programsOfACommandLine(String line, String programs) {
		assertThat(String.join(", ", new ShellCommand(line).programs()))
			.isEqualTo(programs.equals("-") ? "" : programs);
	}

	@Test
	void nameOfAProgramOfTheHostIsShort() {
		assertThat(new ShellCommand("\"/usr/bin/git-crypt\" clean").name()).isEqualTo("git-crypt");
		assertThat(new ShellCommand("'/a home/bin/tool' clean %f").name()).isEqualTo("tool");
		assertThat(new ShellCommand("C:\\git\\lfs.exe clean").name()).isEqualTo("lfs.exe");
		assertThat(new ShellCommand("(x)").name()).isEqualTo("program");
	}

	@Test
	void placeholdersBecomeVariables() {
		assertThat(new ShellCommand("a %f \"b %f\" 'c %f' %O").withVariables("f"))
			.isEqualTo("a \"$headjack_path\" \"b $headjack_path\" 'c '\"$headjack_path\"'' %O");
	}

	@Test
	void filtersCheckForTheirProgramAndAreRequired() {
		this.host.local("filter.o'k.clean", "tool %f");
		assertThat(this.host.repository()).containsOnly(entry("filter.o'k.clean",
				"headjack_path=%f sh /etc/headjack/git/driver.sh clean 'o'\\''k' 'tool' 'tool \"$headjack_path\"'"),
				entry("filter.o'k.smudge", "cat"), entry("filter.o'k.required", "true"));
	}

	@Test
	void filtersWithAProcessHaveItOnlyWhereItsProgramIs() {
		this.host.global("filter.lfs.clean", "git-lfs clean -- %f")
			.global("filter.lfs.process", "git-lfs filter-process")
			.global("filter.lfs.smudge", "git-lfs smudge -- %f");
		assertThat(this.host.user()).doesNotContain("process =").contains("required = \"true\"");
		assertThat(this.host.configuration().user(Set.of("git-lfs"))).contains("process = \"git-lfs filter-process\"");
		assertThat(this.host.configuration().programs()).containsExactly("git-lfs");
	}

	@Test
	void filtersOfAPathOfTheHostRefuse() {
		this.host.local("filter.nb.clean", "\"/home/ada/v/bin/python\" -m nbstripout").local("filter.nb.smudge", "cat");
		assertThat(this.host.repository()).containsEntry("filter.nb.clean",
				"headjack_path=%f sh /etc/headjack/git/driver.sh clean 'nb' 'python' ''");
		assertThat(this.host.repository().toString()).doesNotContain("/home/ada");
	}

	@Test
	void filtersThatOnlyHaveAProcessOfThePathOfTheHostRefuse() {
		this.host.local("filter.p.process", "/opt/p");
		assertThat(this.host.repository()).containsOnlyKeys("filter.p.clean", "filter.p.smudge", "filter.p.required")
			.allSatisfy((key, value) -> assertThat(value).doesNotContain("/opt"));
	}

	@Test
	void filtersThatTheHostSwitchedOffOrDoesNotHaveDoNothing() {
		assertThat(this.host.user())
			.contains("[filter \"lfs\"]\n\tclean = \"\"\n\tsmudge = \"\"\n\tprocess = \"\"\n\trequired = \"false\"\n");
		this.host.local("filter.lfs.process", "").local("filter.lfs.clean", "").local("filter.lfs.required", "true");
		assertThat(this.host.repository()).containsEntry("filter.lfs.required", "false")
			.containsEntry("filter.lfs.process", "");
	}

	@Test
	void mergeDriversLeaveAConflictWithoutTheirProgram() {
		assertThat(this.host.local("merge.x.driver", "tool %O %A %B").repository().get("merge.x.driver"))
			.startsWith("headjack_O=%O headjack_A=%A headjack_B=%B ")
			.endsWith("merge 'x' 'tool' 'tool \"$headjack_O\" \"$headjack_A\" \"$headjack_B\"'");
	}

	@Test
	void diffDriversFallBack() {
		this.host.local("diff.doc.textconv", "pandoc -t plain").local("diff.x.command", "/opt/x");
		assertThat(this.host.repository())
			.containsEntry("diff.doc.textconv",
					"sh /etc/headjack/git/driver.sh textconv 'doc' 'pandoc' 'pandoc -t plain'")
			.containsEntry("diff.x.command", "sh /etc/headjack/git/driver.sh command 'x' 'x' ''");
	}

	@Test
	void noticesNameFilterAndProgramIfTheyAreUsed() {
		this.host.local("filter.nb.clean", "nbstripout")
			.local("merge.ours.driver", "true")
			.local("merge.m.driver", "mm");
		assertThat(this.host.configuration().misses(Set.of("nbstripout", "true", "mm"))).isFalse();
		assertThat(this.host.configuration().misses(Set.of("true", "mm"))).isTrue();
		assertThat(this.host.notices("*.txt text\n#x filter=nb\n", "true")).isEmpty();
		List<String> notices = this.host.notices("*.ipynb -text filter=nb\nlock merge=m\nx merge=ours\n", "true");
		assertThat(notices).hasSize(2);
		assertThat(notices.get(0)).contains("\"nb\"", "nbstripout");
		assertThat(notices.get(1)).contains("\"m\"", "mm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "core.autocrlf | value", "core.autocrlf | nonsense | Why." })
	void theListWhenALineIsNotOneFails(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> AllowList.parse(line));
	}

	@Test
	void everyLineOfTheListHasASentence() {
		assertThat(AllowList.load().keys()).hasSizeGreaterThan(200)
			.allSatisfy((key) -> assertThat(key.reason()).matches("[A-Z].*\\."));
		assertThat(AllowList.load().keys().stream().map(AllowedKey::pattern)).doesNotHaveDuplicates();
	}

}
