package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees, compared with the screens that are kept. With
 * {@code -Dheadjack.write-pages=true} the screens are written.
 */
@InWorld(World.RESIDENT)
class ScreensIntegrationTests {

	private static final Path KEPT = Path.of("src/test/resources/com/headjack/product/screens");

	private static final String BRANCH = "feat/a-branch-whose-name-is-much-longer-than-a-table-in-a-terminal-is-wide-日本語";

	private static final int ROWS = 100;

	private static final String CLEAR = "printf '\\033[H\\033[2J'; ";

	/**
	 * What differs each time: names of instances, times, and the progress, which shows
	 * only if a step takes long.
	 */
	private static final List<String> VARYING = List.of("(?m)^.* … \\d+\\.\\d s\\n", "(?m)^.*/tmp/.*\\n");

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void makeInstances() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		for (String branch : List.of("größe", BRANCH)) {
			this.product.hjk("run", branch).done();
		}
	}

	@AfterEach
	void removeInstances() {
		List.of("größe", BRANCH).forEach((branch) -> this.product.hjk("rm", branch, "-f"));
	}

	@Test
	void screensAreThoseThatAreKept() throws IOException {
		StringBuilder wrong = new StringBuilder();
		for (Look look : Look.values()) {
			String screens;
			try (UserTerminal terminal = UserTerminal.open(this.product)) {
				screens = new Visit(terminal, look).screens();
			}
			Path file = KEPT.resolve(look.file());
			if (Boolean.getBoolean("headjack.write-pages")) {
				Files.writeString(file, screens);
			}
			if (!Files.readString(file).equals(screens)) {
				wrong.append("\n%s is now:\n%s".formatted(file, screens));
			}
			assertThat(screens.replaceAll("␛\\[[0-9;]*m", "").lines()).allSatisfy(
					(line) -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(look.columns));
		}
		assertThat(wrong).isEmpty();
	}

	/**
	 * A kind of terminal.
	 */
	private enum Look {

		COLOUR_80(80, "unset TMUX; export TERM=xterm-256color"),

		COLOUR_120(120, "unset TMUX; export TERM=xterm-256color"),

		NARROW_60(60, "unset TMUX; export TERM=xterm-256color"),

		PLAIN_80(80, "unset TMUX; export TERM=xterm-256color NO_COLOR=1"),

		TMUX_80(80, "export TERM=tmux-256color");

		private final int columns;

		private final String setting;

		Look(int columns, String setting) {
			this.columns = columns;
			this.setting = setting;
		}

		private String file() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
		}

	}

	/**
	 * A person's way through the texts.
	 */
	private static final class Visit {

		private final UserTerminal terminal;

		private final Look look;

		private final StringBuilder screens = new StringBuilder();

		private int number;

		private Visit(UserTerminal terminal, Look look) {
			this.terminal = terminal;
			this.look = look;
		}

		String screens() {
			this.terminal.resize(this.look.columns, ROWS).type(this.look.setting);
			for (String command : List.of("help", "help run", "rnu x", "config default.agnet x", "ps", "ps größe",
					"ps nowhere", "stop", "auth status", "agent größe")) {
				done("hjk " + command);
			}
			done("DOCKER_HOST=unix:///no/such.sock hjk ps");
			logIn();
			remove();
			talk();
			return this.screens.toString();
		}

		/**
		 * Types a command on an empty screen.
		 */
		private UserTerminal type(String command) {
			this.number++;
			return this.terminal.type(CLEAR + command + "; echo \"== $? of " + this.number + '"');
		}

		private void done(String command) {
			type(command);
			keep(command);
		}

		private void logIn() {
			type("hjk auth claude").await("Enter choice (1-2):");
			this.terminal.type("x").await("is not a choice").type("1").awaitPattern("(?m)^Paste your credential:");
			this.terminal.key("C-c");
			keep("hjk auth claude");
		}

		private void remove() {
			type("hjk rm " + BRANCH).await("(y/N)");
			this.terminal.type("n");
			keep("hjk rm BRANCH");
		}

		private void talk() {
			type("hjk").await("hjk>").type("ps nowhere").await("there are instances for").awaitLast("hjk>");
			this.terminal.type("exit");
			keep("hjk");
		}

		/**
		 * Keeps the screen, without the shell's last prompt.
		 */
		private void keep(String title) {
			String end = " of " + this.number;
			this.terminal.awaitPattern("(?m)^== \\d+" + end + "$").awaitPrompt();
			String screen = this.terminal.tmux("capture-pane", "-p", "-e")
				.stripTrailing()
				.replaceFirst("\\n?ready>$", "")
				.replace(end, "")
				.replace('\033', '␛')
				.replaceAll("\\b[0-9a-f]{12}\\b", "0123456789ab")
				.replaceAll("\\d+[smh] ago\\b", "1m ago");
			for (String varying : VARYING) {
				screen = (screen + "\n").replaceAll(varying, "").stripTrailing();
			}
			this.screens.append("──── ").append(title).append('\n');
			this.screens.append(screen.lines().map(String::stripTrailing).collect(Collectors.joining("\n")))
				.append("\n\n");
		}

	}

}
