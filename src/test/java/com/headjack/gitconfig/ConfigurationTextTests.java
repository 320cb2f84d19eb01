package com.headjack.gitconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationTextTests {

	private static final String ODD = "ab \t\"\\'#;=[]%!~/:.\u00e4\u05d0\u001b\b\r";

	@TempDir
	Path folder;

	@Test
	void writesSectionsOnceAndValuesQuoted() {
		assertThat(ConfigurationText.of(List.of(new ConfigurationEntry("core.eol", "lf"),
				new ConfigurationEntry("core.symlinks", null), new ConfigurationEntry("a.B \"c\\.d", "x\ny\t\"\\"))))
			.isEqualTo("[core]\n\teol = \"lf\"\n\tsymlinks\n[a \"B \\\"c\\\\\"]\n\td = \"x\\ny\\t\\\"\\\\\"\n");
	}

	@RepeatedTest(20)
	void gitReadsBackWhatWasWritten(RepetitionInfo repetition) throws Exception {
		Random random = new Random(repetition.getCurrentRepetition());
		List<ConfigurationEntry> entries = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String subsection = switch (random.nextInt(3)) {
				case 0 -> ".";
				default -> "." + text(random, "") + ".";
			};
			entries.add(new ConfigurationEntry("s" + random.nextInt(3) + subsection + "name-" + random.nextInt(3),
					(random.nextInt(5) == 0) ? null : text(random, "\n")));
		}
		assertThat(read(ConfigurationText.of(entries))).isEqualTo(entries);
	}

	private static String text(Random random, String more) {
		StringBuilder text = new StringBuilder();
		String all = ODD + more;
		for (int i = random.nextInt(12); i > 0; i--) {
			text.append(all.charAt(random.nextInt(all.length())));
		}
		return text.toString();
	}

	private List<ConfigurationEntry> read(String text) throws IOException, InterruptedException {
		Path file = Files.writeString(this.folder.resolve("config"), text);
		Process git = new ProcessBuilder("git", "config", "--file", file.toString(), "--show-scope", "--list", "--null")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(git.waitFor()).isZero();
		return HostListing.parse(output).entries().stream().map(HostEntry::forContainer).toList();
	}

}
