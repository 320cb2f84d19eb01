package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command dies at a request to the engine, by the death of its client or of the
 * resident process: nothing is done twice, nobody is left behind, and the same command
 * once more mends the rest. {@code -Dheadjack.steps=100} tries every request,
 * {@code -Dheadjack.seed=1} the same again.
 */
class ResidentStepsIntegrationTests {

	private static final int STEPS = Integer.getInteger("headjack.steps", 1);

	private static final String BRANCH = "feat/x";

	private final long seed = Long.getLong("headjack.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@TempDir
	Path folder;

	private Hjk product;

	private ResidentProcess resident;

	private FaultyEngine engine;

	private int session;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.PLAIN);
		this.resident = new ResidentProcess(this.product, this.folder);
		this.engine = FaultyEngine.start();
		this.product.with("DOCKER_HOST", this.engine.address());
	}

	@AfterEach
	void removeAll() throws IOException {
		this.product.without("DOCKER_HOST").with("HJK_RESIDENT", "off").hjk("rm", BRANCH, "--force");
		this.resident.close();
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "KILL", "TERM", "HUP", "the resident process" })
	void whoeverDies(String victim) throws Exception {
		for (String command : List.of("stop", "rm", "exec", "run")) {
			prepare(command);
			int requests = requests(command, 0, victim);
			for (int request : chosen(requests)) {
				prepare(command);
				requests(command, request, victim);
				mend(command, command + " without " + victim + " at request " + request + " of " + requests + ", seed "
						+ this.seed);
			}
		}
	}

	private List<Integer> chosen(int requests) {
		List<Integer> all = new ArrayList<>();
		for (int request = 1; request <= requests; request++) {
			all.add(request);
		}
		Collections.shuffle(all, this.random);
		return all.subList(0, Math.min(STEPS, requests));
	}

	/**
	 * Makes what the command needs, with a resident process that is warm.
	 */
	private void prepare(String command) throws IOException {
		this.engine.before(0, () -> {
		});
		this.resident.start("");
		this.product.hjk("ps").done();
		if (command.equals("run")) {
			this.product.hjk("rm", BRANCH, "--force");
			this.product.command("git", "branch", "-D", BRANCH);
		}
		else {
			this.product.hjk("run", BRANCH).done();
			this.session++;
			this.product.inside(BRANCH, "rm -f log");
		}
	}

	/**
	 * Runs the command, whose victim dies before a request to the engine, or not at all.
	 * @return how many requests there were
	 */
	private int requests(String command, int request, String victim) throws Exception {
		Path errors = this.folder.resolve("errors");
		Process client = client(command, errors);
		this.engine.before(request, () -> die(victim, client));
		assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
		int requests = this.engine.before(0, () -> {
		});
		if (client.exitValue() == 1) {
			assertThat(Files.readString(errors)).contains("the resident process ended before");
		}
		// A client that ran by itself does not miss the resident process, and one may be
		// done before it is killed.
		assertThat(client.exitValue()).as("%s: %s", command, Files.readString(errors))
			.isIn(0, (request > 0) ? code(victim) : 0);
		return requests;
	}

	private Process client(String command, Path errors) throws IOException {
		List<String> words = new ArrayList<>(List.of(this.product.launcher().toString(), command, BRANCH));
		words.addAll(switch (command) {
			case "exec" -> List.of("-d", "-n", "s" + this.session, "--", "sh", "-c", "echo a >>log; exec sleep 600");
			case "rm" -> List.of("--force");
			default -> List.of();
		});
		ProcessBuilder client = new ProcessBuilder(words).directory(this.product.repository().toFile())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(errors.toFile());
		client.environment().putAll(this.product.variables());
		return client.start();
	}

	private void die(String victim, Process client) {
		try {
			if (victim.startsWith("the")) {
				this.resident.kill();
			}
			else {
				this.product.tool("kill", "-" + victim, Long.toString(client.pid()));
				TimeUnit.MILLISECONDS.sleep(50);
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int code(String victim) {
		return switch (victim) {
			case "KILL" -> 137;
			case "TERM" -> 143;
			case "HUP" -> 129;
			default -> 1;
		};
	}

	private void mend(String command, String what) throws Exception {
		awaitRest(what);
		int marks = marks();
		assertThat(marks).as(what).isLessThanOrEqualTo(1);
		Path errors = this.folder.resolve("errors");
		Process again = client(command, errors);
		assertThat(again.waitFor(60, TimeUnit.SECONDS)).as(what).isTrue();
		String said = Files.readString(errors);
		String done = what + ", and again: " + again.exitValue() + " " + said;
		if (again.exitValue() != 0) {
			assertThat(said).as(done).containsAnyOf("no instance found", "already");
		}
		switch (command) {
			case "run" -> assertThat(states()).as(done).isEqualTo("running\n");
			case "stop" -> assertThat(states()).as(done).isEqualTo("exited\n");
			case "rm" -> assertNothingIsLeft(done);
			default -> assertStarted(done, marks, again.exitValue() == 0);
		}
	}

	/**
	 * Waits until the resident process, if it lives, runs nothing.
	 */
	private void awaitRest(String what) throws Exception {
		String status = "";
		for (int tries = 0; tries < 60 && !status.matches("(?s).*\"running\" : (0|null).*"); tries++) {
			TimeUnit.MILLISECONDS.sleep(200);
			status = this.product.hjk("resident", "status", "-o", "json").done();
		}
		assertThat(status).as(what).containsPattern("\"running\" : (0|null)");
	}

	/**
	 * A session whose start was broken off may have a name, and no program any more.
	 */
	private void assertStarted(String what, int before, boolean again) throws Exception {
		for (int tries = 0; tries < 50 && marks() == before; tries++) {
			TimeUnit.MILLISECONDS.sleep(again ? 100 : 20);
		}
		if (again) {
			assertThat(marks()).as(what).isEqualTo(before + 1);
		}
		else {
			assertThat(marks()).as(what).isLessThanOrEqualTo(1);
		}
	}

	private String states() throws IOException {
		return this.product.tool("docker", "ps", "-a", "--filter",
				"label=com.headjack.repository=" + this.product.repository().toRealPath(), "--format", "{{.State}}");
	}

	private void assertNothingIsLeft(String what) throws IOException {
		assertThat(states()).as(what).isEmpty();
		assertThat(this.product.git("worktree", "list").lines()).as(what).hasSize(1);
		assertThat(this.product.hjk("ps").done()).as(what).isEqualTo("No instances found\n");
	}

	/**
	 * How often the program of the session was started.
	 */
	private int marks() throws IOException {
		Path log = this.product.home().resolve(".local/share/headjack/git");
		try (Stream<Path> files = Files.exists(log) ? Files.walk(log, 3) : Stream.empty()) {
			Path file = files.filter((path) -> path.endsWith("log")).findFirst().orElse(log.resolve("none"));
			return Files.exists(file) ? (int) Files.readString(file).lines().count() : 0;
		}
	}

}
