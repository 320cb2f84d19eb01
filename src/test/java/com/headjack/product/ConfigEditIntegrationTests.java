package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Editing the configuration on a terminal, by editors that are scripts.
 */
@InWorld(World.RESIDENT)
class ConfigEditIntegrationTests {

	private static final String CONFIGURATION = "# mine\ndefault:\n  agent: claude # the best\n";

	@TempDir
	Path folder;

	private Hjk product;

	private Path file;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.file = this.product.home().resolve(".config/headjack/config.yaml");
		Files.createDirectories(this.file.getParent());
		Files.writeString(this.file, CONFIGURATION);
	}

	@Test
	void editWhenTheFileIsNewMakesIt() throws IOException {
		Files.delete(this.file);
		assertThat(edit("echo 'default.agent: gemini' >").code()).isZero();
		assertThat(this.product.hjk("config", "default.agent").done()).isEqualTo("gemini\n");
	}

	@Test
	void editChangesTheFile() {
		assertThat(edit("sed -i s/claude/codex/").code()).isZero();
		assertThat(this.file).hasContent(CONFIGURATION.replace("claude", "codex"));
		assertThat(this.product.hjk("config", "default.agent").done()).isEqualTo("codex\n");
	}

	@Test
	void editWhenTheResultIsBrokenTellsTheLineAndKeepsTheText() {
		Hjk.Result result = edit("echo ' bad: [' >>");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("config.yaml is not valid YAML in line 4", "hjk config --edit");
		assertThat(this.file).hasContent(CONFIGURATION + " bad: [\n");
	}

	@Test
	void editWhenAKeyStandsTwiceTellsTheLine() {
		assertThat(edit("echo 'default: 1' >>").output())
			.contains("config.yaml:4:1: the key default appears twice, first in line 2");
	}

	@Test
	void editWhenTheFileIsBrokenCanMendIt() throws IOException {
		Files.writeString(this.file, CONFIGURATION + " bad: [\n");
		this.product.hjk("ps").assertFailed(1, "line 4", "hjk config --edit");
		assertThat(edit("sed -i 4d").code()).isZero();
		assertThat(this.product.hjk("config", "default.agent").done()).isEqualTo("claude\n");
	}

	@Test
	void editWhenThereIsNoEditorChangesNothing() {
		Hjk.Result result = edit("no-such-editor");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.output()).contains("there is no editor \"no-such-editor\"", "hint: set EDITOR");
		assertThat(this.file).hasContent(CONFIGURATION);
	}

	@Test
	void editWhenTheEditorFailsTellsIt() {
		Hjk.Result result = edit("false");
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("the editor ended with exit code 1");
	}

	@Test
	void editWithoutATerminalIsRefused() {
		this.product.hjk("config", "--edit").assertFailed(2, "an editor needs a terminal", "config.yaml");
	}

	private Hjk.Result edit(String editor) {
		this.product.with("EDITOR", editor).with("VISUAL", editor);
		return this.product.command("script", "--quiet", "--return", "--command",
				"'" + this.product.launcher() + "' config --edit", "/dev/null");
	}

}
