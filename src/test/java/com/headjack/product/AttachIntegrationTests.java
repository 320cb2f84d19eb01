package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions at a terminal, which is left as it was found whatever happens.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "PLAIN", "RESIDENT" })
class AttachIntegrationTests extends InstanceTestBase {

	private UserTerminal terminal;

	@BeforeEach
	void open() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "sh").done();
		this.terminal = UserTerminal.open(this.product);
	}

	@AfterEach
	void close() throws IOException {
		this.terminal.close();
	}

	@ParameterizedTest
	@CsvSource({ "detach, 0", "exit, 0", "kill, 0", "stop, 0", "TERM, 143", "HUP, 129", "INT, 130", "docker-kill, 0",
			"docker-rm, 0" })
	void attachLeavesTheTerminalAsItWas(String end, int code) throws IOException {
		String before = this.terminal.state();
		this.terminal.type("hjk attach feat/x shell; echo ended with $?").await("[shell]");
		// Modes that a program leaves on when it is not asked to go.
		this.terminal.type("printf '\\033[?1049h\\033[?1002h\\033[?25l\\033[?1h'; echo dr''awn").await("drawn");
		end(end);
		this.terminal.await("ended with " + code);
		assertThat(this.terminal.state()).isEqualTo(before);
		if (List.of("detach", "TERM", "HUP", "INT").contains(end)) {
			assertThat(this.product.hjk("ps", "feat/x").done()).contains("running");
			assertThat(this.product.inside("feat/x", "tmux -L hjk-shell list-clients")).isEmpty();
		}
	}

	private void end(String end) throws IOException {
		switch (end) {
			case "detach" -> this.terminal.key("C-b", "d");
			case "exit" -> this.terminal.type("exit 3");
			case "kill" -> this.product.hjk("kill", "feat/x/shell").done();
			case "stop" -> this.product.hjk("stop", "feat/x").done();
			case "docker-kill" -> this.product.tool("docker", "kill", this.product.container("feat/x"));
			case "docker-rm" -> this.product.tool("docker", "rm", "-f", this.product.container("feat/x"));
			default -> this.product.tool("kill", "-" + end, String.valueOf(this.terminal.program().pid()));
		}
	}

	@Test
	void attachPassesEveryKey() {
		this.terminal.type("hjk attach").await("[shell]");
		this.terminal.type("clear; stty raw -echo; echo n''ow; cat -v").await("now");
		this.terminal.key("C-a", "C-c", "C-z", "C-d", "C-q", "C-s", "M-x", "F5", "Up", "Escape", "C-\\", "C-@");
		this.terminal.key("-l", "ä€😀");
		this.terminal.await("^A^C^Z^D^Q^S^[x^[[15~^[[A^[^\\^@M-CM-$M-bM-^BM-,M-pM-^_M-^XM-^@");
	}

	@Test
	void attachPassesResizesOn() {
		this.terminal.type("hjk attach").await("[shell]");
		this.terminal.type("stty size").await("29 100");
		this.terminal.resize(133, 41);
		this.terminal.type("until [ \"$(stty size)\" = '40 133' ]; do sleep 0.1; done; echo res''ized")
			.await("resized");
	}

	@Test
	void attachPassesALargePasteOn() throws IOException {
		this.terminal.type("hjk attach").await("[shell]");
		String line = "0123456789abcde\n";
		this.terminal.type("clear; stty raw -echo; echo n''ow; head -c 1048576 | sha256sum; stty sane").await("now");
		this.terminal.paste(line.repeat(65536));
		String sum = this.product.tool("sh", "-c", "yes 0123456789abcde | head -c 1048576 | sha256sum | cut -c 1-64");
		this.terminal.await(sum.strip());
	}

	@Test
	void attachShowsColoursAndCharacters() {
		this.terminal.type("hjk attach").await("[shell]");
		this.terminal.type("clear; printf '\\033[38;5;208mfew\\033[m \\033[38;2;1;2;3mmany\\033[m ä€😀 %s\\n' done")
			.await("ä€😀 done");
		assertThat(this.terminal.tmux("capture-pane", "-p", "-e")).contains("\033[38;5;208mfew");
	}

	@Test
	void attachTwiceShowsTheSameToBoth() throws IOException {
		try (UserTerminal other = UserTerminal.open(this.product)) {
			this.terminal.type("hjk attach").await("[shell]");
			other.type("hjk attach feat/x").await("[shell]");
			this.terminal.type("echo seen by $((1 + 1))").await("seen by 2");
			other.await("seen by 2");
			other.key("C-b", "d").await("The session goes on");
			this.terminal.type("echo still $((2 + 2))").await("still 4");
		}
	}

	@Test
	void attachGoesToTheSessionThatWasUsedLast() {
		this.product.hjk("exec", "feat/x", "-d", "-n", "other", "--", "sh").done();
		this.terminal.type("hjk attach").await("[other]").key("C-b", "d").await("The session goes on");
		this.terminal.type("clear; hjk attach feat/x shell")
			.await("[shell]")
			.key("C-b", "d")
			.await("The session goes on");
		this.terminal.type("clear; hjk attach").await("[shell]").key("C-b", "d").await("The session goes on");
		this.product.hjk("kill", "feat/x/shell").done();
		this.terminal.type("clear; hjk attach feat/x").await("[other]");
	}

	@Test
	void attachGoesToThisRepositorysSessionFirst() throws IOException {
		Hjk other = new Hjk(Files.createDirectory(this.folder.resolve("other")), this.world);
		other.hjk("run", "feat/x").done();
		other.hjk("exec", "feat/x", "-d", "-n", "others", "--", "sh").done();
		try {
			this.terminal.type("hjk attach").await("[shell]").key("C-b", "d").await("The session goes on");
		}
		finally {
			other.hjk("rm", "feat/x", "-f").done();
		}
	}

	@Test
	void attachToWhatCannotBeShownSaysWhy() {
		this.product.hjk("attach").assertFailed(2, "no terminal", "hjk logs");
		this.product.hjk("agent", "feat/x", "claude").assertFailed(2, "no terminal", "-d");
		this.product.hjk("exec", "feat/x", "true").assertFailed(2, "no terminal", "-d");
		this.product.hjk("run", "feat/y", "--agent", "claude").assertFailed(2, "no terminal", "-d");
		this.terminal.type("hjk attach feat/x nobody; echo code $?").await("hint: run 'hjk ps feat/x'").await("code 3");
		this.product.hjk("kill", "feat/x/shell").done();
		this.terminal.type("clear; hjk attach feat/x shell; echo code $?")
			.await("session \"shell\" has ended")
			.await("hjk logs feat/x shell")
			.await("code 3");
		this.terminal.type("clear; hjk attach feat/x; echo code $?")
			.await("no session is running for branch \"feat/x\"")
			.await("code 3");
	}

	@Test
	void execShowsItsSession() {
		this.terminal.type("hjk exec feat/x -n mine")
			.await("[mine]")
			.key("C-b", "d")
			.await("The session goes on")
			.awaitPrompt();
		this.terminal.type("clear; hjk exec feat/x -n brief -- sh -c 'echo brief output; exit 3'")
			.await("Session brief exited (3)");
	}

	@Test
	void execWithoutASessionGivesItTheTerminal() {
		this.terminal.type("hjk exec feat/x --no-mux -- sh -c 'tty; stty size; exit 7'; echo code $?")
			.await("/dev/pts/")
			.await("30 100")
			.await("code 7");
	}

}
