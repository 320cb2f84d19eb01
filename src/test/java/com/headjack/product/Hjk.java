package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product as a user has it: the launcher, in a scratch home and a sample repository.
 */
final class Hjk {

	private static final Path DISTRIBUTION = Path.of(System.getProperty("headjack.distribution"));

	private Path launcher;

	/**
	 * What every program is started by.
	 */
	private final List<String> starter;

	private final Path home;

	private final Path repository;

	private final Map<String, String> variables = new TreeMap<>();

	Hjk(Path folder, World world) throws IOException {
		this(folder, world, world.user(folder));
	}

	/**
	 * The product as another user of the host has it, who may not reach the checkout.
	 */
	Hjk(Path folder, OrdinaryUser user) throws IOException {
		this(folder, World.PLAIN, user);
	}

	private Hjk(Path folder, World world, @Nullable OrdinaryUser user) throws IOException {
		this.launcher = ((user != null) ? SharedDistribution.folder(DISTRIBUTION) : DISTRIBUTION).resolve("bin/hjk");
		this.starter = (user != null) ? user.words() : List.of();
		this.home = Files.createDirectories(folder.resolve("home with space"));
		this.repository = Files.createDirectories(folder.resolve("sample repository"));
		this.variables.put("HOME", this.home.toString());
		this.variables.put("HEADJACK_KEYRING_BACKEND", "file");
		this.variables.put("HEADJACK_KEYRING_PASSWORD", "FAKE-CANARY-password");
		this.variables.putAll(world.variables(this.home));
		world.settle(this.home);
		if (user != null) {
			user.own(this.home);
			user.own(this.repository);
		}
		begin();
	}

	private void begin() {
		git("init", "--quiet", "--initial-branch", "main");
		git("commit", "--quiet", "--allow-empty", "--message", "Begin");
	}

	/**
	 * Has another launcher start the product.
	 */
	Hjk by(Path another) {
		this.launcher = another;
		return this;
	}

	Path launcher() {
		return this.launcher;
	}

	Path home() {
		return this.home;
	}

	Path repository() {
		return this.repository;
	}

	Map<String, String> variables() {
		return Map.copyOf(this.variables);
	}

	/**
	 * Gives a program the variables of this user, and none that hjk reads of the one who
	 * runs the tests.
	 */
	void settle(Map<String, String> environment) {
		environment.keySet()
			.removeIf((name) -> name.startsWith("HEADJACK_") || name.startsWith("XDG_") || name.equals("HJK_RESIDENT"));
		environment.putAll(this.variables);
	}

	Hjk with(String variable, String value) {
		this.variables.put(variable, value);
		return this;
	}

	Hjk without(String variable) {
		this.variables.remove(variable);
		return this;
	}

	Result hjk(String... arguments) {
		return piped("", arguments);
	}

	Result piped(String input, String... arguments) {
		return run(this.repository, input, words(this.launcher.toString(), arguments));
	}

	Result in(Path folder, String... arguments) {
		return run(folder, "", words(this.launcher.toString(), arguments));
	}

	String git(String... arguments) {
		return run(this.repository, "", words("git", arguments)).done();
	}

	String tool(String... words) {
		return command(words).done();
	}

	Result command(String... words) {
		return fed("", words);
	}

	Result fed(String input, String... words) {
		return run(this.repository, input, List.of(words));
	}

	/**
	 * The worktree in a folder of this name.
	 */
	Path worktree(String directory) throws IOException {
		try (Stream<Path> folders = Files.walk(this.home.resolve(".local/share/headjack/git"), 2)) {
			return folders.filter((path) -> path.endsWith(directory)).findFirst().orElseThrow();
		}
	}

	void assertNothingIsMade(String branch) {
		assertThat(git("branch", "--list", branch)).isEmpty();
		assertThat(git("worktree", "list").lines()).hasSize(1);
		assertThat(hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(this.home.resolve(".local/share/headjack/sessions")).satisfiesAnyOf(
				(folder) -> assertThat(folder).doesNotExist(), (folder) -> assertThat(folder).isEmptyDirectory());
	}

	/**
	 * The id of the container of a branch.
	 */
	String container(String branch) throws IOException {
		return tool("docker", "ps", "-q", "--no-trunc", "--filter", "label=com.headjack.branch=" + branch, "--filter",
				"label=com.headjack.repository=" + this.repository.toRealPath())
			.strip();
	}

	/**
	 * Waits until a session's screen shows a text, and gives the screen.
	 */
	String screen(String branch, String session, String text) throws IOException {
		String container = container(branch);
		String user = String.valueOf(Files.getAttribute(this.repository, "unix:uid"));
		String screen = "";
		for (int tries = 0; tries < 180 && !screen.contains(text); tries++) {
			pause();
			screen = run(this.repository, "", List.of("docker", "exec", "--user", user, container, "tmux", "-L",
					"hjk-" + session, "capture-pane", "-p", "-t", session))
				.output();
		}
		assertThat(screen).contains(text);
		return screen;
	}

	/**
	 * Runs a shell command in an instance.
	 */
	String inside(String branch, String command) {
		return hjk("exec", branch, "--no-mux", "--", "sh", "-c", command).done();
	}

	/**
	 * Waits until a session has ended, and gives its log.
	 */
	String log(String branch, String session) {
		for (int tries = 0; tries < 120; tries++) {
			String sessions = hjk("ps", branch).done();
			boolean running = sessions.lines().anyMatch((line) -> line.startsWith(session) && line.contains("running"));
			if (!running) {
				return hjk("logs", branch, session, "--full").done();
			}
			pause();
		}
		throw new AssertionError("the session did not end");
	}

	/**
	 * Waits until a session has printed a text.
	 */
	void awaitPrinted(String branch, String session, String text) {
		String log = "";
		for (int tries = 0; tries < 120 && !log.contains(text); tries++) {
			pause();
			log = hjk("logs", branch, session, "--full").done();
		}
		assertThat(log).contains(text);
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private List<String> words(String program, String... arguments) {
		List<String> words = new ArrayList<>(this.starter);
		words.add(program);
		words.addAll(List.of(arguments));
		return words;
	}

	private Result run(Path folder, String input, List<String> words) {
		try {
			Path output = Files.createTempFile("hjk", ".out");
			Path errors = Files.createTempFile("hjk", ".err");
			ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
				.redirectOutput(output.toFile())
				.redirectError(errors.toFile());
			settle(builder.environment());
			Process process = builder.start();
			process.outputWriter(StandardCharsets.UTF_8).append(input).close();
			assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(words.toString()).isTrue();
			Result result = new Result(words, process.exitValue(), Files.readString(output), Files.readString(errors));
			Files.delete(output);
			Files.delete(errors);
			return result;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How a command ended.
	 */
	record Result(List<String> words, int code, String output, String errors) {

		Result {
			Objects.requireNonNull(output);
		}

		String done() {
			assertThat(this.code).as("%s: %s", this.words, this.errors).isZero();
			return this.output;
		}

		void assertFailed(int expected, String message, String hint) {
			assertThat(this.code).as(this.errors).isEqualTo(expected);
			assertThat(this.errors.lines()).hasSize(2);
			assertThat(this.errors.lines().findFirst().orElseThrow()).startsWith("error: ").contains(message);
			assertThat(this.errors.lines().skip(1).findFirst().orElseThrow()).startsWith("hint: ").contains(hint);
		}

	}

}
