package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Files of the user's configuration that are broken in every way that files can be. The
 * deadline is generous: the machine may be busy.
 */
class BrokenConfigurationIntegrationTests {

	private static final Duration DEADLINE = Duration.ofSeconds(20);

	@TempDir
	Path folder;

	private Hjk product;

	private Path file;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.file = this.product.home().resolve(".config/headjack/config.yaml");
		Files.createDirectories(this.file.getParent().resolve("agents"));
	}

	/**
	 * Shell commands that make the file, and what the error says behind the file's name.
	 */
	static Stream<Arguments> broken() {
		return Stream.of(arguments("head -c 30000000 /dev/zero | tr '\\0' x", " is too large: 28.6 MiB"),
				arguments("head -c 2000 /bin/sh", " is not text in UTF-8: line 1"),
				arguments("printf 'a: \\0'", " is not text in UTF-8: line 1, column 4 holds the control character"),
				arguments("printf 'a: b\\n\\xe4: c\\n'", " is not text in UTF-8: line 2, column 1 holds the byte 0xe4"),
				arguments("printf 'a: b\\n' | iconv -t UTF-16",
						" is not text in UTF-8: line 1 begins as text in UTF-16"),
				arguments("printf 'a: b\\n' | iconv -t UTF-16LE", " is not text in UTF-8: line 1 begins as"),
				arguments("printf 'a: b\\n' | iconv -t UTF-32BE", " is not text in UTF-8: line 1, column 1"),
				arguments("printf 'a: \\033[31m\\n'", " is not text in UTF-8: line 1, column 4 holds the control"),
				arguments("head -c 50000 /dev/zero | tr '\\0' '['", ": it is nested more than 40 levels"),
				arguments("for i in $(seq 300); do printf '%*sa:\\n' $i ''; done",
						": it is nested more than 40 levels"),
				arguments(
						"echo 'x0: &x0 [y]'; for i in $(seq 9); do j=$((i - 1)); "
								+ "echo \"x$i: &x$i [*x$j,*x$j,*x$j,*x$j,*x$j,*x$j,*x$j,*x$j,*x$j]\"; done",
						"more than 50 aliases"),
				arguments("printf 'default:\\n  agent: a\\n  agent: b\\n'",
						":3:3: the key default.agent appears twice"),
				arguments("printf 'default:\\n\\tagent: a\\n'", " is not valid YAML in line 2, column 1"),
				arguments("printf 'default:\\n agent: a\\n  base_image: b\\n'", " is not valid YAML in line 3"),
				arguments("printf 'a: b\\n---\\na: c\\n'", " is not valid YAML in line 2, column 1"),
				arguments("printf 'default: [\\n'", " is not valid YAML in line 2"),
				arguments("printf '\"a: b\\n'", " is not valid YAML in line 2"),
				arguments("printf 'a: *b\\n'", " is not valid YAML in line 1, column 4"),
				arguments("printf 'a: @b\\n'", " is not valid YAML in line 1, column 4"),
				arguments("printf 'a: b: c\\n'", " is not valid YAML in line 1, column 5"),
				arguments("printf '<<<<<<< HEAD\\ndefault:\\n=======\\n'", " is not valid YAML in line"),
				arguments("printf '{\"default\": {\"agent\": 1,}'", " is not valid YAML in line 1"),
				arguments("printf 'x: !!javax.script.ScriptEngineManager [y]\\n'",
						" is not valid YAML in line 1, column 4"),
				arguments("printf -- '- a\\n'", ":1:1: there are no keys with values here"),
				arguments("printf 'just words\\n'", ":1:1: there are no keys with values here"),
				arguments("printf '42\\n'", ":1:1: there are no keys with values here"),
				arguments("printf '? [a]\\n: b\\n'", ":1:3: a key must be a text"),
				arguments("printf 'default: claude\\n'",
						":1:10: default takes a mapping of keys such as default.agent"),
				arguments("printf 'default: &a {<<: *a}\\n'", ":1:10: default takes a mapping"),
				arguments("printf 'agents: claude\\n'", ":1:9: agents takes a mapping"),
				arguments("printf 'default:\\n  agent: [claude]\\n'", ":2:10: invalid value for default.agent"),
				arguments("printf 'default:\\n  agent: &a {b: *a}\\n'", ":2:10: invalid value for default.agent"),
				arguments("printf 'default.agent: Claude Code\\n'", ":1:16: invalid value \"Claude Code\""),
				arguments("printf 'logs:\\n  limit: 64M\\n'", ":2:10: invalid value \"64M\" for logs.limit"),
				arguments("printf 'logs.limit: -1\\n'", ":1:13: invalid value \"-1\" for logs.limit"),
				arguments("printf 'logs.limit: 99999999999\\n'", ":1:13: invalid value \"99999999999\""),
				arguments("printf 'runtime.name: containerd\\n'", ":1:15: invalid value \"containerd\""),
				arguments("printf 'runtime:\\n  flags: [--privileged]\\n'", ":2:10: runtime.flags: \"--privileged\""),
				arguments("printf 'runtime.flags: [--memory, much]\\n'", ":1:16: runtime.flags: --memory expects"),
				arguments("printf 'runtime.flags: {memory: 2g}\\n'", ":1:16: invalid value for runtime.flags"),
				arguments("printf 'keyring.backend: vualt\\n'", ":1:18: invalid value \"vualt\" for keyring.backend"),
				arguments("printf 'vault.address: vault:8200\\n'", ":1:16: invalid value \"vault:8200\""),
				arguments("printf 'vault.auth: {a: b}\\n'", ":1:13: invalid value for vault.auth"),
				arguments("printf 'storage.sessions: $HOME/x\\n'", ":1:19: invalid value \"$HOME/x\""),
				arguments("printf 'agents.claude.env: A=b\\n'", ":1:20: invalid value for agents.claude.env"),
				arguments("printf 'agents.claude.env: {A: {b: c}}\\n'", ":1:20: invalid value for agents.claude.env"));
	}

	@ParameterizedTest
	@MethodSource("broken")
	void configurationWhenItIsBrokenIsToldInOneLine(String making, String reason) {
		make(making + " >'" + this.file + "'");
		assertRefused(this.file, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "printf 'logs.limit: x'|:1:13: invalid value \"x\" for logs.limit",
			"printf 'logs: ['| is not valid YAML in line 1", "head -c 2000 /bin/sh| is not text in UTF-8: line 1" })
	void profileOfTheConfigurationWhenItIsBrokenIsToldInOneLine(String making, String reason) {
		Path profile = this.file.resolveSibling("config-mine.yaml");
		make(making + " >'" + profile + "'");
		this.product.with("HEADJACK_PROFILE", "mine");
		assertRefused(profile, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mkfifo|is a pipe, a socket or a device, not a file",
			"mkdir|is a folder, not a file", "ln -s /dev/zero|is a pipe, a socket or a device, not a file",
			"ln -s /dev/tty|is a pipe, a socket or a device, not a file", "ln -s gone|which does not exist",
			"ln -s config.yaml|cannot be read: ",
			"python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])'|is a pipe, a socket" })
	void configurationWhenItIsNoFileIsToldInOneLine(String making, String reason) {
		make("cd '" + this.file.getParent() + "' && " + making + " config.yaml");
		assertRefused(this.file, reason);
	}

	@Test
	void configurationInAFolderThatIsAFileIsTold() throws IOException {
		this.product.tool("rm", "-r", this.file.getParent().toString());
		Files.writeString(this.file.getParent(), "x");
		assertRefused(this.file, "is not a folder");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "default.agnet: claude|default.agnet", "spring.main.banner-mode: x|spring",
					"spring: {main: {web-application-type: servlet}}|spring", "spring.profiles.active: dev|spring",
					"spring.config.import: 'file:/etc/passwd'|spring", "logging: {level: {root: trace}}|logging",
					"server.port: 80|server.port", "main.lazy-initialization: false|main.lazy", "debug: true|debug",
					"newer: {key: [of, a, newer, hjk]}|newer" })
	void keysThatAreNotKnownAreToldAndHaveNoEffect(String text, String key) throws IOException {
		Files.writeString(this.file, text + "\nlogs.limit: 7\n");
		Hjk.Result result = this.product.hjk("auth", "claude", "--status");
		assertThat(result.done()).isEqualTo("claude: not configured\n");
		assertThat(result.errors()).startsWith("warning: " + this.file + ":1:1: unknown key \"" + key).hasLineCount(1);
		assertThat(this.product.hjk("config", "logs.limit").done()).isEqualTo("7\n");
	}

	@Test
	void linksToFilesThatNobodyMayWriteWork() throws IOException {
		Path store = Files.createDirectory(this.folder.resolve("store"));
		Path real = Files.writeString(store.resolve("c"), "logs.limit: 7\n", StandardCharsets.UTF_8);
		this.product.tool("chmod", "a-w", real.toString(), store.toString());
		Files.createSymbolicLink(this.file, real);
		assertThat(this.product.hjk("config", "logs.limit").done()).isEqualTo("7\n");
		this.product.hjk("auth", "claude", "--status").done();
		this.product.tool("chmod", "u+w", store.toString());
	}

	private void make(String command) {
		this.product.tool("bash", "-c", command);
	}

	private void assertRefused(Path path, String reason) {
		Hjk.Result result = assertTimeoutPreemptively(DEADLINE, () -> this.product.hjk("auth", "claude", "--status"));
		result.assertFailed(1, reason, "hint: ");
		assertThat(result.errors().lines()).hasSize(2)
			.satisfiesExactly((line) -> assertThat(line).startsWith("error: " + path),
					(line) -> assertThat(line).startsWith("hint: "));
		assertThat(result.errors()).doesNotContain("java", "yaml.snake", "Exception");
	}

}
