package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A terminal with a shell in it, as a user has it in front of them: a tmux of the host's.
 */
final class UserTerminal implements AutoCloseable {

	private static final String PROMPT = "ready> ";

	/**
	 * What a program can leave a terminal in, as tmux knows it.
	 */
	private static final String MODES = "#{alternate_on}#{mouse_any_flag}#{keypad_flag}#{keypad_cursor_flag}"
			+ " #{cursor_flag}#{wrap_flag}";

	private final Hjk product;

	private final Path socket;

	private UserTerminal(Hjk product, Path socket) {
		this.product = product;
		this.socket = socket;
	}

	static UserTerminal open(Hjk product) throws IOException {
		Path folder = Files.createTempDirectory("hjk-terminal");
		UserTerminal terminal = new UserTerminal(product, folder.resolve("tmux"));
		List<String> words = new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30", "env"));
		product.variables().forEach((name, value) -> words.add(name + "=" + value));
		// Bash writes its history when the terminal goes, while the test's folder is
		// removed.
		words.addAll(List.of("PS1=" + PROMPT, "HISTFILE=/dev/null",
				"PATH=" + product.launcher().getParent() + ":" + System.getenv("PATH"), "bash", "--norc", "--noprofile",
				"-i"));
		terminal.tmux(words.toArray(String[]::new));
		terminal.tmux("set-option", "-g", "status", "off");
		terminal.await(PROMPT.strip());
		return terminal;
	}

	/**
	 * Types a line and ends it.
	 */
	UserTerminal type(String line) {
		tmux("send-keys", "-l", "--", line);
		return key("Enter");
	}

	/**
	 * Presses keys, as tmux calls them.
	 */
	UserTerminal key(String... keys) {
		List<String> words = new ArrayList<>(List.of("send-keys"));
		words.addAll(List.of(keys));
		tmux(words.toArray(String[]::new));
		return this;
	}

	/**
	 * Pastes a text, marked as pasted where the program wants that.
	 */
	UserTerminal paste(String text) throws IOException {
		Path file = Files.writeString(Files.createTempFile("paste", ".txt"), text);
		tmux("load-buffer", file.toString());
		tmux("paste-buffer", "-p", "-r");
		Files.delete(file);
		return this;
	}

	UserTerminal resize(int columns, int rows) {
		tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
		return this;
	}

	String screen() {
		return tmux("capture-pane", "-p");
	}

	/**
	 * Waits until the screen shows a text.
	 */
	UserTerminal await(String text) {
		String screen = screen();
		for (int tries = 0; tries < 300 && !screen.contains(text); tries++) {
			pause();
			screen = screen();
		}
		assertThat(screen).contains(text);
		return this;
	}

	/**
	 * Waits until the screen shows what a pattern describes.
	 */
	UserTerminal awaitPattern(String pattern) {
		String screen = screen();
		for (int tries = 0; tries < 300 && !Pattern.compile(pattern).matcher(screen).find(); tries++) {
			pause();
			screen = screen();
		}
		assertThat(screen).containsPattern(pattern);
		return this;
	}

	/**
	 * Waits until the shell's prompt is the last line.
	 */
	UserTerminal awaitPrompt() {
		return awaitLast(PROMPT.strip());
	}

	/**
	 * Waits until a text is the last that the screen shows.
	 */
	UserTerminal awaitLast(String text) {
		for (int tries = 0; tries < 300 && !screen().stripTrailing().endsWith(text); tries++) {
			pause();
		}
		assertThat(screen().stripTrailing()).endsWith(text);
		return this;
	}

	/**
	 * The settings of the line, and which modes the terminal is in.
	 */
	String state() throws IOException {
		Path file = this.socket.resolveSibling("stty");
		type("clear; stty -a >" + file + ".new; mv " + file + ".new " + file);
		awaitFile(file);
		awaitPrompt();
		String settings = Files.readString(file);
		Files.delete(file);
		return settings + tmux("display-message", "-p", MODES);
	}

	private static void awaitFile(Path file) {
		for (int tries = 0; tries < 300 && !Files.exists(file); tries++) {
			pause();
		}
		assertThat(file).exists();
	}

	/**
	 * The process that the shell has started.
	 */
	ProcessHandle program() {
		long shell = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
		return ProcessHandle.of(shell).orElseThrow().children().findFirst().orElseThrow();
	}

	String tmux(String... words) {
		List<String> command = new ArrayList<>(List.of("tmux", "-S", this.socket.toString(), "-f", "/dev/null"));
		command.addAll(List.of(words));
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.directory(this.product.repository().toFile());
			this.product.settle(builder.environment());
			builder.environment().remove("TMUX");
			builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm-256color"));
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor();
			return output;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		tmux("kill-server");
		Files.deleteIfExists(this.socket);
		Files.delete(this.socket.getParent());
	}

}
