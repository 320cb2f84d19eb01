package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.configuration.Setting;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.CommandLine;
import com.headjack.shell.TestCommandLine;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigCommandsTests {

	private static final String KEY = "sk-ant-api03-FAKE-CANARY-FAKE-CANARY-FAKE-CANARY";

	@TempDir
	Path home;

	private final ByteArrayOutputStream results = new ByteArrayOutputStream();

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private Path file;

	@BeforeEach
	void setUp() throws IOException {
		this.file = Files.createDirectories(this.home.resolve(".config/headjack")).resolve("config.yaml");
	}

	@Test
	void configListsAllKeysInEightyColumns() throws IOException {
		Files.writeString(this.file, "default:\n  agent: codex\nagents.gemini.env: {A: b}\n");
		assertThat(run(Map.of("HEADJACK_LOGS_LIMIT", "7"), "config")).isZero();
		assertThat(results()).contains("default.agent = codex\n", "config.yaml:2.", "agents.gemini.env = {A: b}\n",
				"agents.<name>.flags =\n", "logs.limit = 7\n", "From HEADJACK_LOGS_LIMIT", "(default: 64).\n",
				"default.base_image = headjack/agent:latest\n", "    The image of new containers. The default.\n");
		assertThat(results().lines().filter((line) -> !line.contains("/config.yaml")))
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(80));
		assertThat(messages()).isEqualTo("# " + this.file + "\n");
	}

	@Test
	void configAsJsonHasEachKey() throws IOException {
		Files.writeString(this.file, "agents.claude: {flags: [--a], env: {K: " + KEY + "}}\n");
		assertThat(run("config", "-o", "json")).isZero();
		assertThat(results()).contains("\"key\" : \"agents.claude.flags\"", "\"value\" : [ \"--a\" ]", "\"K\" : \"…\"")
			.doesNotContain("CANARY");
		assertThat(results().lines().filter((line) -> line.contains("\"description\"")))
			.hasSize(Setting.values().length);
		assertThat(run("config", "vault.path", "-o", "json")).isZero();
	}

	@Test
	void configOfAKeyShowsItsValueOrItsDefault() {
		assertThat(run("config", "logs.limit")).isZero();
		assertThat(results()).isEqualTo("64\n");
		assertThat(run("config", "vault.address")).isEqualTo(3);
		assertThat(messages())
			.startsWith("error: vault.address is not set\nhint: run 'hjk config vault.address VALUE'");
	}

	@ParameterizedTest
	@CsvSource({ "set runtime.memory 2g,hjk config runtime.memory 2g", "set,hjk config KEY VALUE",
			"get runtime.memory,hjk config runtime.memory", "unset logs.limit,hjk config --unset logs.limit",
			"edit,hjk config --edit", "list,hjk config", "set runtime.flags -- -x,hjk config runtime.flags -- VALUE" })
	void configWithAVerbTellsTheCommandWithoutIt(String words, String meant) {
		assertThat(run(("config " + words).split(" "))).isEqualTo(2);
		assertThat(messages()).endsWith(" is not a configuration key\nhint: write '" + meant + "'\n");
	}

	@Test
	void configSetsAndUnsets() {
		assertThat(run("config", "agents.claude.flags", "--", "--model", "opus")).isZero();
		assertThat(this.file).hasContent("agents:\n  claude:\n    flags: [\"--model\", opus]\n");
		assertThat(run("config", "--unset", "agents.claude.flags")).isZero();
		assertThat(run("config", "--unset", "agents.claude.flags")).isZero();
		assertThat(this.file).isEmptyFile();
		assertThat(results()).isEqualTo("Set agents.claude.flags = [\"--model\", opus]\nUnset agents.claude.flags\n"
				+ "agents.claude.flags was not set in " + this.file + "\n");
	}

	@Test
	void configSetsShowsAndUnsetsOneVariable() {
		assertThat(run("config", "agents.claude.env.A", "b c")).isZero();
		assertThat(run("config", "agents.claude.env.D", "")).isZero();
		assertThat(this.file).hasContent("agents:\n  claude:\n    env:\n      A: b c\n      D: \"\"\n");
		assertThat(run("config", "agents.claude.env.A")).isZero();
		assertThat(run("config", "agents.claude.env.D")).isZero();
		assertThat(run("config", "--unset", "agents.claude.env.A")).isZero();
		assertThat(run("config", "agents.claude.env")).isZero();
		assertThat(run("config", "agents.claude.env.A")).isEqualTo(3);
		assertThat(results()).isEqualTo("""
				Set agents.claude.env.A = b c
				Set agents.claude.env.D =
				b c

				Unset agents.claude.env.A
				{D: ""}
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "config --unset", "config --unset vault.path x", "config -- --x", "config logs.limit many",
			"config default.agent nobody", "config runtime.flags --privileged", "config agents.nobody.flags x",
			"config runtime.flags -- --privileged", "config default.agnet", "config --output xml", "config --edit",
			"config vault.path --model", "config agents.claude.env.A=b c", "config agents.nobody.env.A b",
			"config storage.worktrees here" })
	void configWhenItIsMisusedChangesNothing(String words) {
		assertThat(run(words.split(" "))).isEqualTo(2);
		assertThat(messages()).startsWith("error: ").contains("hint: ");
		assertThat(this.file).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "config " + KEY, "config default.agent " + KEY, "config runtime.name " + KEY,
			"config vault.address " + KEY, "config agents." + KEY + ".flags x", "auth claude " + KEY, KEY,
			"auth claude --method=" + KEY + " --bogus=" + KEY, "config -o " + KEY, "config agents.claude.env A=" + KEY,
			"config agents.claude.env.A " + KEY })
	void runWhenAKeyWasTypedByMistakeDoesNotRepeatIt(String words) {
		run(words.split(" "));
		assertThat(messages() + results()).isNotEmpty().doesNotContain("CANARY");
	}

	@Test
	void configWhenTheFileIsBrokenNamesTheLineAndSetMendsIt() throws IOException {
		Files.writeString(this.file, "logs:\n  limit: many\n");
		assertThat(run("config")).isEqualTo(1);
		assertThat(messages()).isEqualTo("error: " + this.file + ":2:10: invalid value \"many\" for logs.limit\n"
				+ "hint: use a whole number from 1 to 999999, such as 64\n");
		assertThat(run("config", "logs.limit", "3")).isZero();
		assertThat(run("config", "logs.limit")).isZero();
	}

	@Test
	void configWhenAKeyIsUnknownWarns() throws IOException {
		Files.writeString(this.file, "spring.main.banner-mode: console\n");
		assertThat(run("config", "logs.limit")).isZero();
		assertThat(messages())
			.isEqualTo("warning: " + this.file + ":1:1: unknown key \"spring.main.banner-mode\" has no effect\n");
	}

	private int run(String... words) {
		return run(Map.of(), words);
	}

	private int run(Map<String, String> variables, String... words) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
		return CommandLine
			.of(TestCommandLine.noApplication(), host, new Console(StandardStreams.ofProcess()),
					Output.of(this.results, this.messages))
			.run(List.of(words));
	}

	private String results() {
		return this.results.toString(StandardCharsets.UTF_8);
	}

	private String messages() {
		return this.messages.toString(StandardCharsets.UTF_8);
	}

}
