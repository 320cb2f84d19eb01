package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.headjack.credential.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shell at a terminal, as a person has it.
 */
class ShellIntegrationTests extends InstanceTestBase {

	private static final String PROMPT = "sample repository:main hjk>";

	private UserTerminal terminal;

	@BeforeEach
	void open() throws IOException {
		this.terminal = UserTerminal.open(this.product);
	}

	@AfterEach
	void close() throws IOException {
		this.terminal.close();
	}

	@Test
	void shellRunsCommandsAndComesBackFromASession() throws IOException {
		String before = this.terminal.state();
		this.terminal.type("hjk; echo left with $?").await("'help' lists the commands").await(PROMPT);
		this.terminal.type("run feat/x").await("ready for branch feat/x");
		this.terminal.type("exec feat/x -n mine").await("[mine]");
		this.terminal.type("echo in the session $((1 + 1))").await("in the session 2");
		this.terminal.key("C-b", "d").await("The session goes on").await(PROMPT);
		this.terminal.key("C-l").type("hjk ps feat/x").await("mine").await("running");
		this.terminal.type("exec feat/x --no-mux -- sh -c 'echo go''ne; exit 7'").await("gone");
		this.terminal.awaitLast("gone\n" + PROMPT).type("exit").await("left with 7");
		assertThat(this.terminal.state()).isEqualTo(before);
	}

	@Test
	void shellGoesOnAfterFailuresAndInterruptions() {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "mine", "--", "sh", "-c", "echo started; exec cat").done();
		this.terminal.type("hjk").await(PROMPT);
		this.terminal.type("nonsense").await("unknown command \"nonsense\"").await(PROMPT);
		this.terminal.type("run 'fe").await("\n>").type("at/y' two three").await("unexpected argument \"three\"");
		this.terminal.key("C-l").type("logs feat/x mine -f").await("started").key("C-c").await("C\n" + PROMPT);
		this.terminal.key("C-l").type("auth claude").await("Enter choice").key("C-c").await(":\n" + PROMPT);
		this.terminal.key("C-l").type("--profile ci ps").await("--profile can only be given when hjk starts");
		this.terminal.awaitLast("\n" + PROMPT).key("C-l");
		this.terminal.key("-l", "not sent").awaitLast("not sent").key("C-c").awaitLast(PROMPT).type("version");
		// Between two lines the terminal is in its usual mode and takes Ctrl-D itself.
		this.terminal.awaitPattern("built: .*\n" + PROMPT + "\\s*$").key("C-d").awaitPrompt();
	}

	@Test
	void shellTakesOnAChangedConfiguration() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.terminal.type("hjk").await(PROMPT);
		this.terminal.type("agent feat/x").await("no agent is named");
		this.terminal.type("config default.agent codex").await("Set default.agent").await(PROMPT);
		this.terminal.key("C-l").type("agent feat/x").await("no credential for codex is stored");
		this.terminal.key("C-l").paste("config default.agent gemini\nagent feat/x\n").key("Enter");
		this.terminal.await("no credential for gemini is stored");
	}

	@Test
	void shellCompletesWhatThereIs() {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "mine", "--", "sh").done();
		this.product.git("branch", "other-branch");
		this.terminal.type("hjk").await(PROMPT);
		this.terminal.key("-l", "att").key("Tab").key("-l", "fe").key("Tab").key("-l", "m").key("Tab");
		this.terminal.await("attach feat/x mine").key("C-c").awaitLast("\n" + PROMPT);
		this.terminal.key("-l", "run oth").key("Tab").await("run other-branch").key("C-c").awaitLast("\n" + PROMPT);
		this.terminal.key("-l", "kill fe").key("Tab").await("feat/x/mine").key("-l", "/").key("Tab");
		this.terminal.await("kill feat/x/mine").key("C-c").awaitLast("\n" + PROMPT);
		this.terminal.key("-l", "config def").key("Tab").await("config default.").key("C-c").awaitLast("\n" + PROMPT);
		this.terminal.key("-l", "auth migrate --from key")
			.key("Tab")
			.await("keychain")
			.key("C-c")
			.awaitLast("\n" + PROMPT);
		this.terminal.key("-l", "ps --out").key("Tab").key("-l", "j").key("Tab").await("ps --output json").key("C-c");
	}

	@Test
	void shellRemembersCommandsAndNoSecrets() throws IOException {
		this.terminal.type("hjk").await(PROMPT);
		this.terminal.type("version").await("built: ");
		this.terminal.type("sk-ant-oat01-FAKE-CANARY-pasted").await("unknown command");
		this.terminal.type("auth claude --method apikey").await("API key:").type(TestKeys.CLAUDE_KEY);
		this.terminal.await("Credentials stored securely");
		this.terminal.await(PROMPT).type("exit").awaitPrompt();
		Path history = this.product.home().resolve(".local/state/headjack/history");
		assertThat(history).content().contains("version", "auth claude").doesNotContain("CANARY");
		assertThat(Files.getPosixFilePermissions(history)).hasSize(2);
		this.terminal.type("clear; echo cle''ared")
			.await("cleared")
			.type("hjk")
			.await(PROMPT)
			.key("Up", "Up", "Up")
			.await("hjk> version");
	}

	@Test
	void shellRunsEveryLineOfAPaste() throws IOException {
		this.terminal.type("hjk").await(PROMPT);
		this.terminal.paste("version\nconfig default.agent\nhelp run\n").key("Enter");
		this.terminal.await("built: ").await("default.agent is not set").await("usage: hjk run BRANCH");
	}

}
