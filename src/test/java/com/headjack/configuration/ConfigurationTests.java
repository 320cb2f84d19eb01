package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfigurationTests {

	@TempDir
	Path home;

	private Path folder;

	@BeforeEach
	void setUp() throws IOException {
		this.folder = Files.createDirectories(this.home.resolve(".config/headjack"));
	}

	@Test
	void findTakesTheVariableBeforeTheProfileBeforeTheFile() throws IOException {
		write("config", "logs.limit: 1\nvault.path: a\ndefault.agent: codex\n");
		write("config-p", "logs.limit: 2\nvault.path: b\n");
		Configuration configuration = read("p", Map.of("HEADJACK_LOGS_LIMIT", "3"));
		assertThat(shown(configuration, "logs.limit")).isEqualTo("3 HEADJACK_LOGS_LIMIT");
		assertThat(shown(configuration, "vault.path")).isEqualTo("b " + this.folder + "/config-p.yaml:2");
		assertThat(shown(configuration, "default.agent")).isEqualTo("codex " + this.folder + "/config.yaml:3");
		assertThat(configuration.find(ConfigurationKey.parse("vault.mount"))).isEmpty();
		assertThat(configuration.properties())
			.isEqualTo(Map.of("logs.limit", "3", "vault.path", "b", "default.agent", "codex"));
	}

	@ParameterizedTest
	@CsvSource({ "HEADJACK_BASE_IMAGE,default.base_image,i:1,i:1", "HEADJACK_WORKTREE_DIR,storage.worktrees,~/w,~/w",
			"HEADJACK_DEFAULT_BASE_IMAGE,default.base_image,i:1,i:1",
			"HEADJACK_AGENTS_CLAUDE_ACCOUNT,agents.claude.account,work,work",
			"HEADJACK_AGENTS_MY_AGENT_FLAGS,agents.my-agent.flags,'[--a, b]','[\"--a\", b]'",
			"HEADJACK_AGENTS_CLAUDE_ENV,agents.claude.env,A=b,{A: b}",
			"HEADJACK_AGENTS_CLAUDE_REPOSITORIES,agents.claude.repositories,web-1f0c3a5e=work,{web-1f0c3a5e: work}",
			"HEADJACK_RUNTIME_FLAGS,runtime.flags,--memory=1g,'[\"--memory=1g\"]'" })
	void findTakesVariables(String name, String key, String value, String shown) {
		assertThat(shown(read(null, Map.of(name, value)), key)).isEqualTo(shown + " " + name);
	}

	@Test
	void findTakesAWholeListButEachVariableFromItsSource() throws IOException {
		write("config", "agents.claude: {env: {A: a, B: b}, flags: [x, y, z]}\nlogs.limit: 3\n");
		write("config-p", "agents.claude: {env: {B: '', C: c}, flags: [w]}\nlogs.limit: ' '\n");
		Configuration configuration = read("p", Map.of("HEADJACK_AGENTS_CLAUDE_FLAGS", " "));
		assertThat(shown(configuration, "agents.claude.flags")).startsWith("[w] ");
		assertThat(shown(configuration, "logs.limit")).startsWith("3 ");
		assertThat(shown(configuration, "agents.claude.env")).startsWith("{A: a, B: \"\", C: c} ")
			.contains("config-p.yaml:1 and ", "config.yaml:1");
		assertThat(configuration.find(ConfigurationKey.parse("agents.claude.env.D"))).isEmpty();
		assertThat(configuration.properties()).isEqualTo(Map.of("agents.claude.env.A", "a", "agents.claude.env.B", "",
				"agents.claude.env.C", "c", "agents.claude.flags[0]", "w", "logs.limit", "3"));
	}

	@ParameterizedTest
	@CsvSource({ "HEADJACK_LOGS_LIMIT,x", "HEADJACK_RUNTIME_NAME,dokcer", "HEADJACK_KEYRING_BACKEND,paper",
			"HEADJACK_BASE_IMAGE,-x", "HEADJACK_AGENTS_CLAUDE_ENV,[a]", "HEADJACK_AGENTS_CLAUDE_FLAGS,'[a'",
			"HEADJACK_AGENTS_CLAUDE_REPOSITORIES,web=work", "HEADJACK_AGENTS_CLAUDE_REPOSITORIES,work" })
	void readWhenAVariableIsNotRightNamesIt(String name, String value) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(null, Map.of(name, value)))
			.withMessageStartingWith(name + ": ")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{web: work}|config.yaml:1:29: invalid repository ID \"web\" in agents.claude.repositories",
					"{web-1f0c3a5e: a b}|config.yaml:1:29: invalid value \"a b\" for agents.claude.repositories",
					"work|config.yaml:1:29: invalid value for agents.claude.repositories",
					"[work]|config.yaml:1:29: invalid value for agents.claude.repositories",
					"{web-1f0c3a5e: {x: y}}|config.yaml:1:29: invalid value for agents.claude.repositories" })
	void readWhenTheAccountOfARepositoryIsNonsenseTellsIt(String value, String message) throws IOException {
		write("config", "agents.claude.repositories: " + value + "\n");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(null, Map.of()))
			.withMessageEndingWith(message)
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("{web-1f0c3a5e: work}"));
	}

	@Test
	void readPassesOverBlankAndOtherVariables() {
		Configuration configuration = read(null, Map.of("HEADJACK_LOGS_LIMIT", " ", "HEADJACK_SPRING_MAIN_LAZY", "x",
				"SPRING_APPLICATION_JSON", "{", "HEADJACK_KEYRING_PASSWORD", "FAKE\udcfc"));
		assertThat(configuration.settings()).isEmpty();
	}

	@Test
	void readWhenThereIsNoSuchProfileNamesThoseThatThereAre() throws IOException {
		write("config-one", "");
		write("config-two", "");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read("on", Map.of()))
			.withMessage("unknown profile \"on\"")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("one, two;"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "../config", "a/b", "-x", "a,b", "\u0000", "${x}", "*" })
	void readWhenTheProfileHasAnOddNameRefuses(String name) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> read(name, Map.of()))
			.withMessageStartingWith("unknown profile");
	}

	@Test
	void readWhenACheckRefusesNamesTheLine() throws IOException {
		write("config", "\nvault.path: a\n");
		HostEnvironment host = host(Map.of());
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> Configuration.read(host, Optional.empty(), (key, _) -> {
				throw new HeadjackException(FailureKind.MISUSED, key + " is odd", "drop it");
			}))
			.withMessage(this.folder + "/config.yaml:2:13: vault.path is odd")
			.satisfies((ex) -> assertThat(ex.remedy()).contains("drop it"));
	}

	@Test
	void ofWhenAFileDoesNotMentionTheGroupDoesNotParseIt() throws IOException {
		write("config", "[");
		assertThat(Configuration.of(host(Map.of()), Optional.empty(), "storage").settings()).isEmpty();
	}

	@Test
	void warningsNameAFileThatIsNotRead() throws IOException {
		Files.writeString(this.folder.resolve("config.yml"), "logs.limit: 1\n");
		Configuration configuration = read(null, Map.of());
		assertThat(configuration.warnings())
			.containsExactly(this.folder + "/config.yml is not read; name it config.yaml");
		assertThat(configuration.find(ConfigurationKey.parse("logs.limit"))).isEmpty();
	}

	@Test
	void warningsAreOneALine() throws IOException {
		write("config", "x: 1\ny: 2\n");
		write("config-p", "z: 1\n");
		assertThat(read("p", Map.of()).warnings()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "vault.path|a;b|vault.path takes one value, not 2",
					"agents.claude.flags|--model opus|invalid value for agents.claude.flags",
					"agents.claude.env|A|invalid value for agents.claude.env",
					"agents.claude.env|''|the value for agents.claude.env is empty",
					"agents.claude.env|{A=b}|invalid value for agents.claude.env",
					"runtime.flags|[a|the value of runtime.flags is not valid YAML in line 1, column 3" })
	void valueWhenItIsNotRightTellsIt(String key, String words, String message) {
		ConfigurationKey parsed = ConfigurationKey.parse(key);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> parsed.value(List.of(words.split(";"))))
			.withMessageStartingWith(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "runtime.flags|[a|'[--model, opus]'", "agents.claude.env|{a|'{NAME: value}'" },
			quoteCharacter = '~')
	void valueWhenItIsNoYamlBlamesTheArgument(String key, String value, String example) {
		ConfigurationKey parsed = ConfigurationKey.parse(key);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> parsed.value(List.of(value)))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue("write all of it in quotes, such as " + example));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "agents.claude.flags|--model;opus|[\"--model\", opus]", "agents.claude.flags|be nice|[be nice]",
					"agents.claude.env|A=b;C=d=e|{A: b, C: d=e}", "agents.claude.env|A: b|{A: b}",
					"agents.claude.env|{A: 1.10}|{A: \"1.10\"}" })
	void valueTakesWhatUsersType(String key, String words, String shown) {
		assertThat(ConfigurationKey.parse(key).value(List.of(words.split(";"))).shown()).isEqualTo(shown);
	}

	private static String shown(Configuration configuration, String key) {
		FoundSetting found = configuration.find(ConfigurationKey.parse(key)).orElseThrow();
		return found.value().shown() + " " + found.origin();
	}

	private Configuration read(@Nullable String profile, Map<String, String> variables) {
		return Configuration.read(host(variables), Optional.ofNullable(profile), (_, _) -> {
		});
	}

	private HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name + ".yaml"), text);
	}

}
