package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchersTests {

	private static final Path FOLDER = Path.of("src/main/dist/bin");

	private static final Pattern VARIABLE = Pattern
		.compile("\\b\\w*(JAVA|JDK|OPENJ9)\\w*_(OPTIONS|DEBUG)\\b|\\bCLASSPATH\\b");

	private static final Pattern OPTION = Pattern.compile("\\s\"?(-[-XD][^\\s\"]+)");

	@Test
	void windowsIsStartedWithTheOptionsOfOtherSystems() throws IOException {
		assertThat(options("hjk.cmd")).isNotEmpty()
			.isEqualTo(options("hjk").stream()
				.filter((option) -> !option
					.matches("-XX:AOTCache=.*|-Dsun\\.jnu\\.encoding=.*|-Dheadjack\\.(terminal|modes|cache)=.*"))
				.toList());
	}

	@Test
	void everyLauncherSetsTheSameVariablesAside() throws IOException {
		assertThat(setAside("hjk.cmd")).contains("JAVA_TOOL_OPTIONS").isEqualTo(setAside("hjk"));
	}

	/**
	 * Windows looks for labels by the position in the file, and misses some where a line
	 * ends with a line feed alone.
	 */
	@Test
	void linesOfTheLauncherForWindowsEndAsThereIsUsual() throws IOException {
		String text = Files.readString(FOLDER.resolve("hjk.cmd"));
		assertThat(text.replace("\r\n", "")).isNotEmpty().doesNotContain("\n", "\r");
	}

	private static Set<String> setAside(String launcher) throws IOException {
		return VARIABLE.matcher(Files.readString(FOLDER.resolve(launcher)))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> options(String launcher) throws IOException {
		String text = Files.readString(FOLDER.resolve(launcher));
		return OPTION.matcher(text.substring(text.lastIndexOf("-Xlog:disable") - 1, text.lastIndexOf("com.headjack")))
			.results()
			.map((option) -> option.group(1).replaceAll("[%$](hjk_)?home%?", "HOME"))
			.toList();
	}

}
