package com.headjack.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfigurationFileTests {

	@TempDir
	Path folder;

	@Test
	void setWhenThereIsNoFileMakesAPrivateOne() throws Exception {
		file().set(key("default.agent"), "claude");
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
		file().set(key("default.agent"), "claude");
		file().set(key("storage.sessions"), "~/s");
		file().set(key("runtime.name"), "podman");
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
		file().set(key("default.base_image"), "img:1");
		file().set(key("vault.path"), "kv/team");
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
		file().set(key("default.base_image"), "x");
		file().set(key("runtime.name"), "docker");
		assertThat(file().text()).isEqualTo("default:\n  agent: claude\n  base_image: x\nruntime:\n  name: docker\n");
	}

	@Test
	void setWhenKeyIsWrittenWithDotsFindsIt() throws Exception {
		write("default.agent: codex\n");
		file().set(key("default.agent"), "claude");
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
		file().set(key("runtime.flags"), "[--one, 'x, y']");
		file().set(key("default.agent"), "claude");
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
		file().set(key("default.agent"), "claude");
		file().set(key("default.base_image"), "x");
		assertThat(file().text()).isEqualTo("# \ud83d\ude80 go\r\ndefault:\r\n  agent: claude\r\n  base_image: x\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "~/x y", "~", "yes", "null", "1", "1:20", "a: b", "a #b", "- a", "--flag", "",
			" a ", "\"q\"", "it's", "a\\b", "[a]", "{a}", "a,b", "*x", "&x", "!x", "%x", "@x", "`x", "|", ">", "a\nb",
			"\u0007", "\ud83d\ude80", "2026-01-01", "0x1f", "https://vault:8200/x?y=z#f" })
	void findGivesWhatWasSet(String value) {
		file().set(key("vault.path"), value);
		file().set(key("vault.mount"), "m");
		assertThat(file().find(key("vault.path"))).contains(value);
		assertThat(file().find(key("vault.mount"))).contains("m");
	}

	@Test
	void findWhenNothingIsSetIsEmpty() throws Exception {
		assertThat(file().find(key("default.agent"))).isEmpty();
		write("# nothing\n");
		assertThat(file().find(key("default.agent"))).isEmpty();
		write("default:\n  agent:\n");
		assertThat(file().find(key("default.agent"))).isEmpty();
	}

	@Test
	void setWhenKeyTakesAListOrAMappingReadsYaml() {
		file().set(key("runtime.flags"), "--gpus=all");
		file().set(key("agents.claude.env"), "{A: b, C: 'yes'}");
		assertThat(file().find(key("runtime.flags"))).contains("[\"--gpus=all\"]");
		assertThat(file().find(key("agents.claude.env"))).contains("{A: b, C: \"yes\"}");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().set(key("agents.claude.env"), "A=b"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void setWhenKeyTakesANumberRefusesWhatIsNone() {
		file().set(key("logs.limit"), "16");
		assertThat(file().find(key("logs.limit"))).contains("16");
		for (String value : List.of("0", "-1", "1.5", "64M", "1000000")) {
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().set(key("logs.limit"), value))
				.withMessage("invalid value for logs.limit")
				.satisfies((ex) -> assertThat(ex.remedy()).contains("use a whole number such as 64"));
		}
		assertThat(file().text()).isEqualTo("logs:\n  limit: \"16\"\n");
	}

	@Test
	void setWhenFileIsMalformedNamesTheLineAndKeepsIt() throws Exception {
		String text = "default:\n  agent: [claude\nvault: x\n";
		write(text);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().set(key("default.agent"), "claude"))
			.withMessageContaining("is not valid YAML in line 3");
		assertThat(file().text()).isEqualTo(text);
	}

	@Test
	void textWhenTheFileIsNotUtf8Throws() throws Exception {
		write("");
		Files.write(path(), new byte[] { (byte) 0xfc });
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().text())
			.withMessage(path() + " is not text in UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "default: text\n", "- a\n", "default: [a]\n", "x: &a {agent: y}\ndefault: *a\n",
			"x: &a y\ndefault:\n  agent: *a\n" })
	void setWhenSomethingElseIsInTheWayKeepsTheFile(String text) throws Exception {
		write(text);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> file().set(key("default.agent"), "claude"))
			.withMessageContaining("has another kind of value in line");
		assertThat(file().text()).isEqualTo(text);
	}

	@Test
	void setWhenFileIsALinkWritesWhereItLeads() throws Exception {
		Path real = Files.writeString(this.folder.resolve("dotfile"), "default:\n  agent: codex\n");
		Files.createDirectories(path().getParent());
		Files.createSymbolicLink(path(), real);
		file().set(key("default.agent"), "claude");
		assertThat(path()).isSymbolicLink();
		assertThat(real).hasContent("default:\n  agent: claude\n");
	}

	private void write(String text) throws Exception {
		Files.createDirectories(path().getParent());
		Files.writeString(path(), text);
	}

	private Path path() {
		return this.folder.resolve("config/headjack/config.yaml");
	}

	private ConfigurationFile file() {
		return new ConfigurationFile(path());
	}

	private static ConfigurationKey key(String name) {
		return ConfigurationKey.parse(name);
	}

}
