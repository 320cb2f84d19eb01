package com.headjack.configuration;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SettingsFileTests {

	@TempDir
	Path folder;

	static Stream<Arguments> broken() {
		return Stream.of(arguments("- a\n", "f:1:1: there are no keys with values here"),
				arguments("text\n", "f:1:1: there are no keys with values here"),
				arguments("default: claude\n", "f:1:10: default takes a mapping of keys such as default.agent"),
				arguments("agents: [a]\n", "f:1:9: agents takes a mapping of keys such as agents.<name>.env"),
				arguments("default:\n  agent: [a]\n", "f:2:10: invalid value for default.agent"),
				arguments("default:\n  agent: {a: b}\n", "f:2:10: invalid value for default.agent"),
				arguments("default:\n  agent: A B\n", "f:2:10: invalid value \"A B\" for default.agent"),
				arguments("logs.limit: 1.5\n", "f:1:13: invalid value \"1.5\" for logs.limit"),
				arguments("logs: {limit: true}\n", "f:1:15: invalid value \"true\" for logs.limit"),
				arguments("runtime.name: dokcer\n", "f:1:15: invalid value \"dokcer\" for runtime.name"),
				arguments("keyring: {backend: vualt}\n", "f:1:20: invalid value \"vualt\" for keyring.backend"),
				arguments("vault.address: vault:8200\n", "f:1:16: invalid value \"vault:8200\" for vault.address"),
				arguments("vault.auth: tokne\n", "f:1:13: invalid value \"tokne\" for vault.auth"),
				arguments("storage.worktrees: $HOME/w\n", "f:1:20: invalid value \"$HOME/w\" for storage.worktrees"),
				arguments("runtime.flags: [[a]]\n", "f:1:16: invalid value for runtime.flags"),
				arguments("runtime.flags: {a: b}\n", "f:1:16: invalid value for runtime.flags"),
				arguments("agents.claude.env: [A=b]\n", "f:1:20: invalid value for agents.claude.env"),
				arguments("agents.claude.env: {A: [b]}\n", "f:1:20: invalid value for agents.claude.env"),
				arguments("agents.claude.env: {'A B': b}\n", "f:1:20: invalid value for agents.claude.env"),
				arguments("agents.claude.account: a b\n", "f:1:24: invalid value \"a b\" for agents.claude.account"),
				arguments("default.agent: !!java.net.URL [x]\n",
						"f is not valid YAML in line 1, column 16: tags such as !!name have no meaning here"),
				arguments("default.agent: !x y\n", "f:1:16: invalid value for default.agent"),
				arguments("? [a]\n: b\n", "f:1:3: a key must be a text"),
				arguments("default:\n  agent: a\ndefault:\n  agent: b\n",
						"f:3:1: the key default appears twice, first in line 1"),
				arguments("default:\n  agent: a\ndefault.agent: b\n",
						"f:3:1: the key default.agent appears twice, first in f:2"),
				arguments("default:\n\tagent: a\n", "f is not valid YAML in line 2, column 1:"),
				arguments("default: [\n", "f is not valid YAML in line 2, column 1:"),
				arguments("a: *b\n", "f is not valid YAML in line 1, column 4:"),
				arguments("a: b\n---\na: c\n", "f is not valid YAML in line 2, column 1:"),
				arguments("a: b: c\n", "f is not valid YAML in line 1, column 5:"),
				arguments("a: 'b\n", "f is not valid YAML in line 2, column 1:"),
				arguments("a: " + "[".repeat(50_000),
						"f is not valid YAML in line 1, column 43: it is nested more than"),
				arguments("a: &a [x]\nb: [" + "*a, ".repeat(60) + "]\n",
						"f is not valid YAML in line 2, column 205: it has more than 50 aliases"),
				arguments("&a default: {<<: *a}\n", "f:1:1: default takes a mapping of keys"),
				arguments("default: &a {<<: *a}\n", "f:1:10: default takes a mapping"));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void ofWhenTheTextIsNotRightNamesTheLine(String text, String message) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> of(text))
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.FAILED))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent())
			.satisfies((ex) -> assertThat(ex.getMessage()).hasLineCount(1).doesNotContain("java.lang", "snakeyaml"));
	}

	@Test
	void ofWhenFewLinesStandForManyRefuses() {
		String bomb = "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
				+ IntStream.range(0, 9).mapToObj(SettingsFileTests::layer).collect(Collectors.joining());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> of(bomb))
			.withMessageContaining("line 7")
			.withMessageContaining("aliases");
	}

	private static String layer(int level) {
		return "b" + level + ": &a" + (level + 1) + " [x" + (", *a" + level).repeat(9) + "]\n";
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"default.agnet: x|f:1:1: unknown key \"default.agnet\" has no effect, did you mean default.agent?",
			"spring.main.banner-mode: x|f:1:1: unknown key \"spring.main.banner-mode\" has no effect",
			"logging: {level: {root: x}}|f:1:1: unknown key \"logging\" has no effect",
			"agents: {Claude: {flags: x}}|f:1:10: unknown key \"agents.Claude\" has no effect",
			"agents: {claude: {flag: x}}|f:1:19: unknown key \"agents.claude.flag\" has no effect, did you mean agents.claude.flags?" })
	void ofWhenAKeyIsUnknownTellsIt(String text, String warning) {
		assertThat(of(text).warning()).contains(warning);
		assertThat(of(text).settings()).isEmpty();
	}

	@Test
	void ofWhenManyKeysAreUnknownTellsThemInOneLine() {
		assertThat(of("zzzzzz1: 1\nzzzzzz2: 2\nzzzzzz3: 3\nzzzzzz4: 4\nzzzzzz5: 5\n").warning())
			.contains("f:1:1: unknown key \"zzzzzz1\" has no effect; line 2: unknown key \"zzzzzz2\" has no effect; "
					+ "line 3: unknown key \"zzzzzz3\" has no effect; and 2 more");
	}

	@Test
	void ofReadsVariablesWithKeysOfTheirOwn() {
		SettingsFile file = of("agents.claude.env: {A: b}\nagents.claude.env.C: d\nagents:\n  codex:\n    env.E: f\n");
		assertThat(file.settings()).map((found) -> found.key() + "=" + found.value().shown())
			.containsExactly("agents.claude.env={A: b, C: d}", "agents.codex.env={E: f}");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> of("agents.claude.env.A: [b]\n"))
			.withMessage("f:1:22: invalid value for agents.claude.env");
	}

	@Test
	void ofReadsAllShapes() {
		SettingsFile file = of("""
				common: &common
				  base_image: a:1
				  agent: codex
				default:
				  <<: *common
				  agent: claude
				agents.3po: {env: {A_b: yes}, flags: --x, account:}
				runtime: {flags: [--memory, 1g]}
				logs: {limit: 007}
				""".replace("007", "7"));
		assertThat(file.settings()).map((found) -> found.key() + "=" + found.value().shown() + "@" + found.origin())
			.containsExactly("default.agent=claude@f:6", "default.base_image=a:1@f:2",
					"agents.3po.env={A_b: \"yes\"}@f:7", "agents.3po.flags=[\"--x\"]@f:7",
					"runtime.flags=[\"--memory\", 1g]@f:8", "logs.limit=7@f:9");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-16LE", "UTF-16BE", "UTF-16" })
	void readWhenTheFileIsUtf16TellsHowToConvertIt(String charset) throws Exception {
		Path file = Files.writeString(this.folder.resolve("f"), "default: x\n", Charset.forName(charset));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(file))
			.withMessage(file + " is not text in UTF-8: line 1 begins as text in UTF-16")
			.satisfies((ex) -> assertThat(ex.remedy()).contains("convert it with 'iconv -f UTF-16 -t UTF-8'"));
	}

	@Test
	void readWhenTheFileIsNoTextNamesTheByte() throws Exception {
		Path file = Files.writeString(this.folder.resolve("f"), "a: b\nä: ü\n", StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(file))
			.withMessage(file + " is not text in UTF-8: line 2, column 1 holds the byte 0xe4");
		Files.writeString(file, "a: b\nc: \u0000\n");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(file))
			.withMessage(file + " is not text in UTF-8: line 2, column 4 holds the control character U+0000");
	}

	@Test
	void readWhenTheFileIsNoFileTellsIt() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(this.folder))
			.withMessage(this.folder + " is a folder, not a file");
	}

	@Test
	void readWhenTheFileHasAMarkOrIsEmptyReadsIt() throws Exception {
		assertThat(read(this.folder.resolve("absent")).settings()).isEmpty();
		Path file = Files.writeString(this.folder.resolve("f"), "\ufefflogs.limit: 3\n");
		assertThat(read(file).settings()).singleElement()
			.satisfies((found) -> assertThat(found.value().shown()).isEqualTo("3"));
		Files.writeString(file, "");
		assertThat(read(file).settings()).isEmpty();
		Files.writeString(file, "# nothing\n---\n");
		assertThat(read(file).settings()).isEmpty();
	}

	private static SettingsFile read(Path file) {
		return SettingsFile.read(file, (_, _) -> {
		}, (_) -> true);
	}

	private static SettingsFile of(String text) {
		return SettingsFile.of(text, "f", (_, _) -> {
		});
	}

}
