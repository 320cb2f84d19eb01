package com.headjack.product;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a program in a container may do to the user's terminal, byte by byte.
 */
@InWorld(World.RESIDENT)
class TerminalSignalsIntegrationTests extends InstanceTestBase {

	private static final String CLIPBOARD = "\033]52;c;aGVsbG8=\007";

	private static final String[] FORBIDDEN = { "\033]52;c;?", "\033]1337;", "\033P+q", "\033_G", "\033[21t" };

	/**
	 * Writes everything that a terminal can do with a text, wrapped for tmux, too.
	 */
	private static final String WRITE = String.join("",
			"printf '\\033]52;c;aGVsbG8=\\007\\033]52;c;?\\007\\033]9;note\\007\\033]777;notify;t;b\\007\\033]1337;File=x\\007",
			"\\033Ptmux;\\033\\033]9;wrapped\\007\\033\\\\\\033Ptmux;\\033\\033]52;c;?\\007\\033\\\\",
			"\\033P+q544e\\033\\\\\\033_Gx\\033\\\\\\033[21t'; for i in 1 2 3 4 5 6 7 8; do printf '\\007'; sleep 0.5; done");

	private static final List<String> TERMINALS = List.of("xterm-256color", "alacritty", "foot", "tmux-256color",
			"screen-256color", "xterm-kitty");

	@BeforeEach
	void run() {
		this.product.hjk("run", "feat/x").done();
	}

	@Test
	void theClipboardIsSetAtEveryTerminal() throws Exception {
		for (String type : TERMINALS) {
			String written = new RawScreen(this.product, type).show("exec", "feat/x", "--", "sh", "-c", WRITE);
			assertThat(written).as(type)
				.contains(CLIPBOARD)
				.doesNotContain(FORBIDDEN)
				.doesNotContain("note", "wrapped", "infocmp");
		}
	}

	@Test
	void settingsDecideWhatAProgramMayDo() throws Exception {
		assertShown("off", "none", "exec", "feat/x", "--", "sh", "-c", WRITE);
		assertShown("off", "none", "exec", "feat/x", "--no-mux", "--", "sh", "-c", WRITE);
		assertShown("on", "bell", "exec", "feat/x", "--no-mux", "--", "sh", "-c", WRITE);
		assertShown("off", "all", "exec", "feat/x", "--", "sh", "-c", WRITE);
		assertShown("off", "all", "exec", "feat/x", "--no-mux", "--", "sh", "-c", WRITE);
	}

	private void assertShown(String clipboard, String notifications, String... command) throws Exception {
		this.product.hjk("config", "attach.clipboard", clipboard).done();
		this.product.hjk("config", "attach.notifications", notifications).done();
		String written = new RawScreen(this.product, "xterm-256color").show(command);
		assertThat(written.contains(CLIPBOARD)).isEqualTo(clipboard.equals("on"));
		assertThat(written.contains("\033]9;note\007")).isEqualTo(notifications.equals("all"));
		assertThat(written.contains("\033]777;notify;t;b\007")).isEqualTo(notifications.equals("all"));
		assertThat(written.replaceAll("\033\\][^\007]*\007", "").contains("\007"))
			.isEqualTo(!notifications.equals("none"));
		assertThat(written).doesNotContain(FORBIDDEN);
	}

	@Test
	void thePrefixOfATmuxAroundItIsToldOnce() throws IOException {
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "sh").done();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk attach feat/x shell").await("Ctrl-B Ctrl-B d detaches").key("C-b", "d");
			terminal.await("your tmux takes Ctrl-B").await("attach.prefix");
			terminal.type("clear; hjk attach feat/x shell").await("Ctrl-B Ctrl-B d detaches").key("C-b", "d");
			terminal.await("The session goes on").awaitPrompt();
			assertThat(terminal.screen()).doesNotContain("your tmux takes");
			terminal.tmux("set-option", "-g", "prefix", "C-a");
			this.product.hjk("config", "attach.prefix", "C-a").done();
			terminal.type("clear; hjk attach feat/x shell")
				.await("[shell]")
				.key("C-a", "d")
				.await("your tmux takes Ctrl-A");
			this.product.hjk("config", "attach.prefix", "C-]").done();
			terminal.type("clear; hjk attach feat/x shell")
				.await("[shell]")
				.key("C-]", "d")
				.await("The session goes on");
			assertThat(terminal.awaitPrompt().screen()).doesNotContain("your tmux takes");
		}
	}

	@Test
	void settingsHoldAtTheNextAttachOfASessionThatRuns() throws Exception {
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "sh").done();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk attach feat/x shell")
				.await("Ctrl-B d detaches")
				.key("C-b", "d")
				.await("The session goes on");
			this.product.hjk("config", "attach.prefix", "C-]").done();
			this.product.hjk("config", "attach.mouse", "on").done();
			terminal.type("clear; hjk attach feat/x shell").await("Ctrl-] d detaches");
			awaitMouse(terminal);
			terminal.type("clear; stty raw -echo; echo n''ow; cat -v").await("now");
			// tmux takes keys that come all at once for a paste.
			terminal.key("C-b").await("^B").key("C-]").key("C-]").await("^B^]");
			terminal.key("C-]").key("d").await("The session goes on");
			this.product.hjk("config", "attach.prefix", "none").done();
			terminal.type("clear; hjk attach feat/x shell").await("[shell]");
			terminal.key("C-]").await("^]").key("C-b").await("^]^B").key("x").await("^]^Bx");
		}
	}

	private static void awaitMouse(UserTerminal terminal) throws InterruptedException {
		String flag = "";
		for (int tries = 0; tries < 100 && !flag.startsWith("1"); tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
			flag = terminal.tmux("display-message", "-p", "#{mouse_any_flag}");
		}
		assertThat(flag).startsWith("1");
	}

}
