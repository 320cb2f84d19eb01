package com.headjack.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ConfigurationFileTests {

	@TempDir
	Path folder;

	@Test
	void setWhenThereIsNoFileMakesAPrivateOne() throws Exception {
		set("default.agent", "claude");
		assertThat(path()).hasContent("default:\n  agent: claude\n");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())))
			.isEqualTo("rwx------");
		try (var files = Files.list(path().getParent())) {
			assertThat(files).containsExactly(path());
		}
	}

	@Test
	void setKeepsEverythingElse() throws Exception {
		write("""
				# mine

				default:   # the usual
				    agent:  'codex'   # for now

				    # an image
				    base_image: "a:b"
				# the end of default

				storage: {worktrees: ~/w}
				""");
		set("default.agent", "claude");
		set("storage.sessions", "~/s");
		set("runtime.name", "podman");
		assertThat(file().text()).isEqualTo("""
				# mine

				default:   # the usual
				    agent:  claude   # for now

				    # an image
				    base_image: "a:b"
				# the end of default

				storage: {sessions: ~/s, worktrees: ~/w}
				runtime:
				  name: podman
				""");
	}

	@Test
	void setWhenParentIsThereAddsToIt() throws Exception {
		write("""
				default:
				    agent: claude # x

				# about vault
				vault:
				""");
		set("default.base_image", "img:1");
		set("vault.path", "kv/team");
		assertThat(file().text()).isEqualTo("""
				default:
				    agent: claude # x
				    base_image: img:1

				# about vault
				vault:
				  path: kv/team
				""");
	}

	@Test
	void setWhenLastLineIsOpenClosesIt() throws Exception {
		write("default:\n  agent: claude");
		set("default.base_image", "x");
		set("runtime.name", "docker");
		assertThat(file().text()).isEqualTo("default:\n  agent: claude\n  base_image: x\nruntime:\n  name: docker\n");
	}

	@Test
	void setWhenKeyIsWrittenWithDotsFindsIt() throws Exception {
		write("default.agent: codex\n");
		set("default.agent", "claude");
		assertThat(file().text()).isEqualTo("default.agent: claude\n");
	}

	@Test
	void setWhenValueIsOfSeveralLinesReplacesThem() throws Exception {
		write("""
				runtime:
				  flags:
				    - a
				    - b
				  # the engine
				  name: docker
				default:
				  agent: >
				    x
				    y

				vault:
				  path: p
				""");
		set("runtime.flags", "[--one, 'x, y']");
		set("default.agent", "claude");
		assertThat(file().text()).isEqualTo("""
				runtime:
				  flags: ["--one", "x, y"]
				  # the engine
				  name: docker
				default:
				  agent: claude

				vault:
				  path: p
				""");
	}

	@Test
	void setWhenFileHasWindowsLineBreaksAndEmojiKeepsThem() throws Exception {
		write("# \ud83d\ude80 go\r\ndefault:\r\n  agent: \"\ud83d\ude80\"\r\n");
		set("default.agent", "claude");
		set("default.base_image", "x");
		assertThat(file().text()).isEqualTo("# \ud83d\ude80 go\r\ndefault:\r\n  agent: claude\r\n  base_image: x\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "~/x y", "~", "yes", "null", "1", "1:20", "a: b", "a #b", "- a", "--flag", "",
			" a ", "\"q\"", "it's", "a\\b", "[a]", "{a}", "a,b", "*x", "&x", "!x", "%x", "@x", "`x", "|", ">", "a\nb",
			"\u0007", "\ud83d\ude80", "2026-01-01", "0x1f", "https://vault:8200/x?y=z#f" })
	void findGivesWhatWasSet(String value) {
		set("agents.claude.env.A", value);
		set("vault.mount", "m");
		assertThat(find("agents.claude.env.A")).contains(value);
		assertThat(find("vault.mount")).contains("m");
	}

	@Test
	void findWhenNothingIsSetIsEmpty() throws Exception {
		assertThat(find("default.agent")).isEmpty();
		write("# nothing\n");
		assertThat(find("default.agent")).isEmpty();
		write("default:\n  agent:\n");
		assertThat(find("default.agent")).isEmpty();
	}

	@Test
	void setWhenKeyTakesAListOrAMappingReadsYaml() {
		set("runtime.flags", "--gpus=all");
		set("agents.claude.env", "{A: b, C: 'yes'}");
		assertThat(find("runtime.flags")).contains("[\"--gpus=all\"]");
		assertThat(find("agents.claude.env")).contains("{A: b, C: \"yes\"}");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> set("agents.claude.env", "A"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void setWhenKeyTakesANumberRefusesWhatIsNone() {
		set("logs.limit", "16");
		assertThat(find("logs.limit")).contains("16");
		for (String value : List.of("0", "-1", "1.5", "64M", "1000000")) {
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> set("logs.limit", value))
				.withMessage("invalid value \"" + value + "\" for logs.limit")
				.satisfies((ex) -> assertThat(ex.remedy()).contains("use a whole number from 1 to 999999, such as 64"));
		}
		assertThat(file().text()).isEqualTo("logs:\n  limit: \"16\"\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "\"\"|agents:@  claude:@    env:@      A: x@",
					"agents.claude.flags: [b]@|agents.claude.flags: [b]@agents:@  claude:@    env:@      A: x@",
					"agents.claude.env: {B: y}@|agents.claude.env: {A: x, B: y}@",
					"agents: {claude: {env: {A: y}}}@|agents: {claude: {env: {A: x}}}@",
					"agents.claude.env.A: y@|agents.claude.env.A: x@",
					"agents.claude:@  env:@    B: y@|agents.claude:@  env:@    B: y@    A: x@" })
	void setOfAVariableKeepsTheOthers(String before, String after) throws Exception {
		write(before.replace('@', '\n'));
		set("agents.claude.env.A", "x");
		assertThat(file().text()).isEqualTo(after.replace('@', '\n'));
		assertThat(find("agents.claude.env.A")).contains("x");
		assertThat(file().unset(key("agents.claude.env.A"))).isTrue();
		assertThat(find("agents.claude.env.A")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "A.B", "NPM_CONFIG_//x/:_auth", "Ä", "#a", "1" })
	void setOfAVariableTakesItsNameAsItIs(String name) {
		set("agents.claude.env." + name, "x");
		assertThat(find("agents.claude.env")).contains(new SettingValue.Variables(Map.of(name, "x")).shown());
	}

	@Test
	void setWhenFileIsMalformedNamesTheLineAndKeepsIt() throws Exception {
		String text = "default:\n  agent: [claude\nvault: x\n";
		write(text);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> set("default.agent", "claude"))
			.withMessageContaining("is not valid YAML in line 3");
		assertThat(file().text()).isEqualTo(text);
	}

	@Test
	void textWhenTheFileIsNotUtf8Throws() throws Exception {
		write("");
		Files.write(path(), new byte[] { (byte) 0xfc });
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().text())
			.withMessage(path() + " is not text in UTF-8: line 1, column 1 holds the byte 0xfc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "default: text\n", "- a\n", "default: [a]\n", "x: &a {agent: y}\ndefault: *a\n",
			"x: &a y\ndefault:\n  agent: *a\n" })
	void setWhenSomethingElseIsInTheWayKeepsTheFile(String text) throws Exception {
		write(text);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> set("default.agent", "claude"))
			.withMessageContaining("has another kind of value in line");
		assertThat(file().text()).isEqualTo(text);
	}

	@Test
	void setWhenFileIsALinkWritesWhereItLeads() throws Exception {
		Path real = Files.writeString(this.folder.resolve("dotfile"), "default:\n  agent: codex\n");
		Files.createDirectories(path().getParent());
		Files.createSymbolicLink(path(), real);
		set("default.agent", "claude");
		assertThat(path()).isSymbolicLink();
		assertThat(real).hasContent("default:\n  agent: claude\n");
	}

	@ParameterizedTest
	@MethodSource("removals")
	void unsetKeepsEverythingElse(String before, String key, String after) throws Exception {
		write(before);
		assertThat(file().unset(key(key))).isTrue();
		assertThat(file().text()).isEqualTo(after);
		assertThat(file().unset(key(key))).isFalse();
	}

	static Stream<Arguments> removals() {
		return Stream.of(arguments("default:\n  agent: x # why\n", "default.agent", ""),
				arguments("default:\n  # mine\n  agent: x\n", "default.agent", "default:\n  # mine\n"),
				arguments("# a\ndefault:\n  agent: x\n  base_image: y\n# b\n", "default.agent",
						"# a\ndefault:\n  base_image: y\n# b\n"),
				arguments("default.agent: x\nlogs.limit: 1\n", "default.agent", "logs.limit: 1\n"),
				arguments("default: {agent: x, base_image: y}\n", "default.agent", "default: {base_image: y}\n"),
				arguments("default: {agent: x, base_image: y}\n", "default.base_image", "default: {agent: x}\n"),
				arguments("default: {agent: x}\nlogs: {limit: 1}", "logs.limit", "default: {agent: x}\n"),
				arguments("agents:\n  claude:\n    flags: [--a]\n    env: {A: b}\n", "agents.claude.flags",
						"agents:\n  claude:\n    env: {A: b}\n"),
				arguments("agents:\n  claude:\n    flags:\n      - --a\n      - b\n    # own\n    account: x\n",
						"agents.claude.flags", "agents:\n  claude:\n    # own\n    account: x\n"),
				arguments("default:\r\n  agent: >\r\n    x\r\nlogs:\r\n  limit: 1\r\n", "default.agent",
						"logs:\r\n  limit: 1\r\n"),
				arguments("\ufeffdefault:\n  agent: x\nlogs.limit: 1\n", "logs.limit", "\ufeffdefault:\n  agent: x\n"));
	}

	@Test
	void setWhenManyDoItAtOnceLosesNothing() throws Exception {
		List<String> keys = List.of("default.agent", "default.base_image", "vault.path", "vault.mount", "logs.limit",
				"keyring.backend", "runtime.name", "vault.auth");
		List<String> values = List.of("claude", "i:1", "p", "m", "7", "file", "podman", "jwt");
		try (ExecutorService threads = Executors.newFixedThreadPool(keys.size())) {
			for (int i = 0; i < keys.size(); i++) {
				int number = i;
				threads.execute(() -> set(keys.get(number), values.get(number)));
			}
		}
		assertThat(keys).map((key) -> find(key).orElse("-")).isEqualTo(values);
	}

	@Test
	void setWhenTheFileMayNotBeWrittenTellsIt() throws Exception {
		Path real = Files.writeString(Files.createDirectory(this.folder.resolve("fixed")).resolve("c.yaml"), "a: b\n");
		Files.createDirectories(path().getParent());
		Files.createSymbolicLink(path(), Path.of("/proc/version"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> set("default.agent", "claude"));
		assertThat(real).hasContent("a: b\n");
	}

	private void write(String text) throws Exception {
		Files.createDirectories(path().getParent());
		Files.writeString(path(), text);
	}

	private Path path() {
		return this.folder.resolve("config/headjack/config.yaml");
	}

	private ConfigurationFile file() {
		return new ConfigurationFile(path(), this.folder.resolve("state/config.lock"));
	}

	private void set(String key, String... words) {
		file().set(key(key), key(key).value(List.of(words)));
	}

	private Optional<String> find(String key) {
		return file().find(key(key)).map(SettingValue::shown);
	}

	private static ConfigurationKey key(String name) {
		return ConfigurationKey.parse(name);
	}

}
