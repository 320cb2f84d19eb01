package com.headjack.product;

import java.io.IOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What programs can do when their session is ended.
 */
@InWorld(World.RESIDENT)
class SessionEndIntegrationTests extends InstanceTestBase {

	@BeforeEach
	void run() {
		this.product.hjk("run", "feat/x").done();
	}

	private void start(String name, String script) throws IOException {
		this.product.hjk("exec", "feat/x", "-d", "-n", name, "--", "sh", "-c", script + "; echo rea''dy; sleep 600")
			.done();
		this.product.screen("feat/x", name, "ready");
	}

	private String saves(String signal, String file) {
		return "trap 'sleep 3; echo saved >%s; echo last words; exit 5' %s; tput sgr0".formatted(file, signal);
	}

	private String sessions() {
		return this.product.hjk("ps", "feat/x").done();
	}

	private String saved(String file) {
		return this.product.hjk("run", "feat/x").done() + this.product.inside("feat/x", "cat " + file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HUP", "TERM", "HUP TERM" })
	void stopLetsAProgramSave(String signal) throws IOException {
		start("a", saves(signal, "file"));
		this.product.hjk("stop", "feat/x").done();
		assertThat(sessions()).contains("exited (5)");
		assertThat(this.product.hjk("logs", "feat/x", "a").done()).contains("last words");
		assertThat(saved("file")).contains("saved");
	}

	@Test
	void stopLetsAllProgramsSaveAndEndsThoseThatDoNotGo() throws IOException {
		start("deaf", "trap '' HUP TERM");
		start("first", saves("HUP", "1"));
		start("second", saves("HUP", "2"));
		start("plain", "true");
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "bash", "-i").done();
		assertThat(this.product.hjk("stop", "feat/x").done()).startsWith("Stopped instance");
		assertThat(sessions()).containsPattern("deaf .*exited \\(137\\)")
			.containsPattern("first .*exited \\(5\\)")
			.containsPattern("second .*exited \\(5\\)")
			.containsPattern("plain .*ended")
			.containsPattern("shell .*ended");
		assertThat(saved("1 2")).contains("saved\nsaved\n");
	}

	@Test
	void killLetsAProgramSaveAndLeavesTheOthers() throws IOException {
		start("other", "true");
		start("a", saves("HUP", "file"));
		this.product.hjk("kill", "feat/x/a").done();
		assertThat(this.product.inside("feat/x", "cat file")).isEqualTo("saved\n");
		assertThat(sessions()).containsPattern("a .*exited \\(5\\)").containsPattern("other .*running");
	}

	/**
	 * By their numbers as texts, the program's command comes first, then many others, and
	 * then the program.
	 */
	@Test
	void killTellsAProgramBeforeItsCommand() throws IOException {
		start("a", saves("HUP", "file") + """
				; until [ "$(sh -c 'echo $$')" \\< "$$" ]; do :; done
				{ (sleep 0.2; for i in $(seq 50); do sleep 600 & done; wait) & }
				:""");
		this.product.hjk("kill", "feat/x/a").done();
		assertThat(this.product.inside("feat/x", "cat file")).isEqualTo("saved\n");
		assertThat(sessions()).contains("exited (5)");
	}

	@Test
	void killEndsAllThatRunsAtTheTerminal() throws IOException {
		start("deaf", "nohup sleep 1234 & trap '' HUP TERM");
		this.product.hjk("kill", "feat/x/deaf").done();
		assertThat(sessions()).containsPattern("deaf .*exited \\(137\\)");
		assertThat(this.product.inside("feat/x", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"))
			.doesNotContain("sleep 1234")
			.doesNotContain("sleep 600");
	}

	@Test
	void killEndsAProgramThatIsSuspended() throws IOException {
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", "kill -STOP $$; sleep 600").done();
		this.product.hjk("kill", "feat/x/a").done();
		assertThat(sessions()).contains(" ended ");
	}

	@Test
	void rmLetsAProgramSave() throws IOException {
		start("a", saves("HUP", "file && git add file && git commit -q -m Saved"));
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(this.product.git("log", "--format=%s", "feat/x")).contains("Saved");
	}

}
