package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a terminal shows of a secret, whenever it is typed.
 */
class SecretPromptIntegrationTests {

	private static final String KEY = Canary.key("sk-ant-api03-");

	private static final String MENU = "Enter choice (1-2):";

	private static final String SHELL = "sample repository:main hjk>";

	@TempDir
	Path folder;

	private Hjk product;

	private UserTerminal terminal;

	private String before;

	@BeforeEach
	void open() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.terminal = UserTerminal.open(this.product);
		this.before = this.terminal.state();
	}

	@AfterEach
	void close() throws IOException {
		assertThat(this.terminal.tmux("capture-pane", "-p", "-S", "-")).doesNotContain(Canary.MARK);
		this.terminal.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2\nKEY\n", "2\nKEY", "3\n2\nKEY\n", "2\n\nKEY\n" })
	void choiceAndKeyPastedAtOnceAreTaken(String form) throws IOException {
		String pasted = form.replace("KEY", KEY);
		this.terminal.type("hjk auth claude").await(MENU).paste(pasted);
		if (!pasted.endsWith("\n")) {
			this.terminal.await("API key:").key("Enter");
		}
		assertStored();
	}

	@Test
	void choiceAndKeyTypedInOneGoAreTaken() throws IOException {
		this.terminal.type("hjk auth claude").await(MENU).key("-l", "2\r" + KEY + "\r");
		assertStored();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 700, 1000 })
	void choiceAndKeyTypedWhileHjkStartsAreTaken(int delay) throws Exception {
		this.terminal.type("hjk auth claude");
		TimeUnit.MILLISECONDS.sleep(delay);
		this.terminal.paste("2\n" + KEY + "\n");
		assertStored();
	}

	@Test
	void keyTypedRightAfterTheChoiceIsTaken() throws IOException {
		this.terminal.type("hjk auth claude").await(MENU).type("2").type(KEY);
		assertStored();
	}

	@Test
	void keyInPlaceOfTheChoiceIsNeitherShownNorQuoted() throws IOException {
		this.terminal.type("hjk auth claude").await(MENU).key("-l", KEY);
		this.terminal.key("Enter").await("that is not a choice: enter 1 or 2").type("2").await("API key:").type(KEY);
		assertStored();
	}

	@Test
	void methodNamedWithTheKeyTypedEarlyIsTaken() throws IOException {
		this.terminal.type("hjk auth claude --method apikey").await("Configure").type(KEY);
		assertStored();
	}

	@Test
	void passwordOfTheStoreIsTakenAfterTheKey() throws IOException {
		this.terminal.type("unset HEADJACK_KEYRING_PASSWORD; clear; hjk auth claude").await(MENU).type("2");
		this.terminal.await("API key:").type(KEY).await("assword").type("FAKE-CANARY-password");
		this.terminal.awaitPattern("Repeat|again|stored securely");
		if (!this.terminal.screen().contains("stored securely")) {
			this.terminal.type("FAKE-CANARY-password");
		}
		assertStored();
	}

	@Test
	void shellTakesChoiceAndKeyPastedAtOnce() throws IOException {
		this.terminal.type("hjk").await(SHELL).type("auth claude").await(MENU).paste("2\n" + KEY + "\n");
		this.terminal.await("Credentials stored securely").awaitLast("\n" + SHELL).type("exit").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@Test
	void shellShowsNothingThatIsTypedWhileACommandStarts() throws Exception {
		this.terminal.type("hjk").await(SHELL).type("auth claude");
		TimeUnit.MILLISECONDS.sleep(100);
		this.terminal.paste("2\n" + KEY + "\n");
		this.terminal.await("Credentials stored securely").awaitLast("\n" + SHELL).type("exit").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { MENU, "API key:" })
	void terminalIsRestoredAfterCtrlC(String prompt) throws IOException {
		ask(prompt).key("C-c").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hjk auth claude -m apikey", "TERM=dumb hjk auth claude -m apikey" })
	void terminalIsRestoredAfterCtrlBackslash(String command) throws IOException {
		this.terminal.type(command).await("API key:").key("C-\\").awaitPrompt();
		assertThat(this.terminal.screen()).doesNotContain("Thread");
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hjk auth claude -m apikey", "TERM=dumb hjk auth claude -m apikey" })
	void terminalIsRestoredByCtrlZUntilHjkGoesOn(String command) throws IOException {
		this.terminal.type(command).await("API key:").key("C-z").await("Stopped").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
		this.terminal.type("fg").awaitPattern("fg\\s+.*hjk auth claude").type(KEY);
		assertStored();
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM", "HUP", "INT" })
	void terminalIsRestoredAfterASignal(String signal) throws IOException {
		this.terminal.type("(hjk auth claude); true").await(MENU);
		// The menu is there a moment before its question.
		this.product.tool("sleep", "0.5");
		this.product.tool("sh", "-c", "kill -" + signal + " $(pgrep -P " + this.terminal.program().pid() + " || echo "
				+ this.terminal.program().pid() + ")");
		this.terminal.awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2>err", "2>/dev/null", "2>&1 | cat" })
	void keyIsNotAskedForWhereStderrIsNoTerminal(String redirection) throws IOException {
		this.terminal.type("hjk auth claude -m apikey " + redirection + "; echo \"ended with ${PIPESTATUS[0]}\"");
		this.terminal.await("ended with 2").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "foo\nbar\nbaz\nKEY\n", "foo\nbar\nbaz\nKEY\nKEY\nKEY\n" })
	void restOfAPasteIsDroppedAfterThreeWrongChoices(String form) throws IOException {
		this.terminal.type("hjk auth claude").await(MENU).paste(form.replace("KEY", KEY));
		this.terminal.await("error:").awaitPrompt();
		assertThat(this.terminal.state()).isEqualTo(this.before);
		this.terminal.type("history | grep -c ^.*" + KEY.substring(0, 13)).awaitPattern("(?m)^1$");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TERM=dumb hjk auth claude -m apikey", "TERM=dumb-color hjk auth claude -m apikey" })
	void keyDoesNotShowAtADumbTerminal(String command) throws IOException {
		this.terminal.type(command).await("API key:").type(KEY);
		assertStored();
	}

	@Test
	void dumbTerminalTakesChoiceAndKeyPastedAtOnce() throws IOException {
		this.terminal.type("TERM=dumb hjk auth claude").await(MENU).paste("3\n2\n" + KEY + "\n");
		assertStored();
	}

	@Test
	void shellAtADumbTerminalDoesNotShowTheKey() throws IOException {
		this.terminal.type("TERM=dumb hjk").await(SHELL).type("auth claude -m apikey").await("API key:").type(KEY);
		this.terminal.await("Credentials stored securely").awaitLast("\n" + SHELL).type("exit").awaitPrompt();
		assertThat(this.terminal.tmux("capture-pane", "-p", "-S", "-")).doesNotContain(KEY.substring(0, 13));
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@Test
	void dumbTerminalIsRestoredAfterCtrlC() throws IOException {
		this.terminal.type("TERM=dumb hjk auth claude").await(MENU).key("C-c").awaitPrompt();
		assertThat(this.terminal.screen()).doesNotContain("Exception");
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@Test
	void olderLoginThatIsNotWantedChangesNothing() throws IOException {
		String login = SampleLogin.of("codex", "subscription").secret();
		this.product.piped(login, "auth", "codex", "--method", "subscription").done();
		Path auth = Files.createDirectories(this.product.home().resolve(".codex")).resolve("auth.json");
		Files.writeString(auth, login.replace("2026-11-01", "2026-10-31"));
		this.terminal.type("hjk auth codex -m subscription; echo declined with $?").await("(y/N)").type("n");
		this.terminal.await("Kept the stored login of codex").await("declined with 1");
		assertThat(this.terminal.screen()).doesNotContain("Paste", "not found");
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@Test
	void terminalIsRestoredWhereHjkAsksNothing() throws IOException {
		this.terminal.type("hjk auth nobody; echo failed with $?").await("failed with 2");
		this.terminal.type("hjk auth claude --status; echo ended with $?").await("ended with 0");
		this.terminal.type("hjk auth --help; echo helped with $?").await("helped with 0");
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { MENU, "API key:" })
	void nothingShowsAfterAStop(String prompt) throws IOException {
		ask(prompt);
		this.product.tool("kill", "-TSTP", String.valueOf(this.terminal.program().pid()));
		this.terminal.await("Stopped").awaitPrompt();
		this.terminal.type("fg").awaitPattern("fg\\s+hjk auth claude");
		if (prompt.equals(MENU)) {
			this.terminal.type("2");
		}
		this.terminal.type(KEY);
		assertStored();
	}

	private UserTerminal ask(String prompt) {
		this.terminal.type("hjk auth claude").await(MENU);
		return prompt.equals(MENU) ? this.terminal : this.terminal.type("2").await(prompt);
	}

	private void assertStored() throws IOException {
		this.terminal.await("Credentials stored securely").awaitPrompt();
		assertThat(this.terminal.tmux("capture-pane", "-p", "-S", "-")).doesNotContain(Canary.MARK);
		assertThat(this.product.hjk("auth", "status").output())
			.contains("sk-ant-api03-…" + KEY.substring(KEY.length() - 4));
		assertThat(this.terminal.state()).isEqualTo(this.before);
	}

}
