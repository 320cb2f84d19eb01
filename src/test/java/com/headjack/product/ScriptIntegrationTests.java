package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands in files and pipes.
 */
@InWorld(World.RESIDENT)
class ScriptIntegrationTests {

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
	}

	@Test
	void scriptOfAFileRunsLineByLine() throws IOException {
		script("# settings\nhjk config default.agent codex\n\nconfig agents.claude.flags \\\n  '[\"--a b\"]'\n");
		assertThat(this.product.hjk("@setup.hjk").done())
			.isEqualTo("Set default.agent = codex\nSet agents.claude.flags = [\"--a b\"]\n");
	}

	@Test
	void scriptStopsAtTheFirstLineThatFailsAndNamesIt() throws IOException {
		script("version\n\nps nobody\nconfig default.agent codex\n");
		Hjk.Result result = this.product.hjk("@setup.hjk");
		assertThat(result.code()).isEqualTo(3);
		assertThat(result.output()).startsWith("headjack ").doesNotContain("Set");
		assertThat(result.errors()).contains("no instance found for branch \"nobody\"")
			.endsWith("setup.hjk:3: stopped at 'ps'\n");
	}

	@Test
	void scriptOfAPipeRuns() {
		assertThat(this.product.piped("version\nhelp run\n", "-").done()).contains("built: ", "usage: hjk run BRANCH");
	}

	@Test
	void scriptThatCannotBeRunRunsNothing() throws IOException {
		script("config default.agent codex\nrun 'feat\n");
		this.product.hjk("@setup.hjk").assertFailed(2, "setup.hjk:2: a quote is not closed", "nothing of the script");
		this.product.hjk("@absent.hjk").assertFailed(2, "cannot read the script", "check the file's name");
		this.product.hjk("@setup.hjk", "more").assertFailed(2, "unexpected argument \"more\"", "usage");
		Files.write(this.product.repository().resolve("setup.hjk"), new byte[] { 'p', 's', (byte) 0xff });
		this.product.hjk("@setup.hjk").assertFailed(2, "not text in UTF-8", "right file");
		this.product.hjk("config", "default.agent").assertFailed(3, "default.agent is not set", "hjk config");
	}

	@Test
	void noWordsWithoutATerminalShowTheHelp() {
		assertThat(this.product.hjk().done()).contains("usage: hjk COMMAND").isEqualTo(this.product.hjk("help").done());
	}

	private void script(String text) throws IOException {
		Files.writeString(this.product.repository().resolve("setup.hjk"), text);
	}

}
