package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.headjack.gitconfig.ConfigurationEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GitSettingsTests {

	@Test
	void textIsReadByGitAsItWas(@TempDir Path folder) throws Exception {
		GitSettings settings = GitSettings.parse("core.bare\nfalse\0branch.feat/a \"b\\c.d.remote\norigin\0"
				+ "remote.origin.fetch\n+refs/*:refs/*\0remote.origin.fetch\n second;# \"quoted\" \\ \0"
				+ "alias.x\none\n\ttwo\0core.flag\0");
		Path file = Files.writeString(folder.resolve("config"), settings.text());
		String list = new GitSandbox(folder).git(folder, "config", "--file", file.toString(), "--null", "--list");
		assertThat(GitSettings.parse(list)).isEqualTo(settings);
		assertThat(settings.last("core.flag")).contains("true");
		assertThat(settings.names("branch")).containsExactly("feat/a \"b\\c.d");
	}

	@Test
	void ofTakesAKeyWithoutAValueForTrue() {
		GitSettings settings = GitSettings
			.of(List.of(new ConfigurationEntry("a.b", "1"), new ConfigurationEntry("a.flag", null)));
		assertThat(settings.all("a.b")).containsExactly("1");
		assertThat(settings.last("a.flag")).contains("true");
	}

	@Test
	void changedAsAppliesOnlyWhatChanged() {
		GitSettings before = GitSettings.parse("a.same\n1\0a.changed\n1\0a.gone\n1\0");
		GitSettings after = GitSettings.parse("a.same\n1\0a.changed\n2\0a.new\n1\0");
		GitSettings own = GitSettings.parse("a.same\nmine\0a.changed\nmine\0a.gone\nmine\0a.own\nmine\0");
		GitSettings result = own.changedAs(before, after);
		assertThat(result.all("a.same")).isEqualTo(List.of("mine"));
		assertThat(result.all("a.changed")).isEqualTo(List.of("2"));
		assertThat(result.all("a.gone")).isEmpty();
		assertThat(result.all("a.new")).isEqualTo(List.of("1"));
		assertThat(result.all("a.own")).isEqualTo(List.of("mine"));
	}

}
