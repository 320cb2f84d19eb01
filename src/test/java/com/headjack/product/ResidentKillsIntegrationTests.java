package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The resident process is killed while clients work, each on an instance of its own. What
 * a client says is true, nothing is done twice, and the same command once more mends the
 * rest. {@code -Dheadjack.rounds=50 -Dheadjack.clients=10 -Dheadjack.seed=1} makes it
 * longer, and the same again.
 */
class ResidentKillsIntegrationTests {

	private static final int ROUNDS = Integer.getInteger("headjack.rounds", 3);

	private static final int CLIENTS = Integer.getInteger("headjack.clients", 4);

	private static final int LATEST = 1500;

	private final long seed = Long.getLong("headjack.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<String, String> states = new TreeMap<>();

	@TempDir
	Path folder;

	private Hjk product;

	private ResidentProcess resident;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.PLAIN);
		this.resident = new ResidentProcess(this.product, this.folder);
		for (int i = 0; i < CLIENTS; i++) {
			this.states.put("feat/" + i, "");
		}
	}

	@AfterEach
	void removeAll() throws IOException {
		this.product.with("HJK_RESIDENT", "off");
		for (String branch : states().keySet()) {
			this.product.hjk("rm", branch, "--force");
		}
		this.resident.close();
	}

	@Test
	void noCommandIsLostOrDoneTwice() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			this.resident.start("");
			round("seed " + this.seed + ", round " + round, round);
		}
		for (String branch : states().keySet()) {
			this.product.hjk("rm", branch, "--force").done();
		}
		assertThat(this.product.git("worktree", "list").lines()).hasSize(1);
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(this.resident.related()).allSatisfy((words) -> assertThat(words).contains("resident serve"));
	}

	private void round(String name, int round) throws Exception {
		List<Attempt> attempts = new ArrayList<>();
		this.states.forEach((branch, state) -> attempts.add(attempt(branch, state, round)));
		int delay = this.random.nextInt(LATEST);
		try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Hjk.Result>> results = new ArrayList<>();
			for (Attempt attempt : attempts) {
				results.add(users.submit(() -> attempt.by(this.product)));
			}
			TimeUnit.MILLISECONDS.sleep(delay);
			this.resident.kill();
			Map<String, String> states = statesAfter(results);
			this.resident.start("");
			for (int i = 0; i < attempts.size(); i++) {
				settle(name + ", " + delay + " ms", attempts.get(i), results.get(i).get(), states);
			}
		}
		assertThat(containers().values()).as(name).allSatisfy((all) -> assertThat(all).hasSize(1));
		this.states.replaceAll((branch, _) -> "");
		this.states.putAll(states());
	}

	private Map<String, String> statesAfter(List<Future<Hjk.Result>> results) throws Exception {
		for (Future<Hjk.Result> result : results) {
			result.get();
		}
		return states();
	}

	/**
	 * The states of the containers by branch. A recreation that was lost leaves the old
	 * container beside the new one, until it is repeated.
	 */
	private Map<String, String> states() throws IOException {
		Map<String, String> states = new TreeMap<>();
		containers().forEach((branch, all) -> states.put(branch,
				all.stream().filter((state) -> !state.equals("created")).findFirst().orElse("created")));
		return states;
	}

	private Map<String, List<String>> containers() throws IOException {
		Map<String, List<String>> states = new TreeMap<>();
		this.product
			.tool("docker", "ps", "-a", "--filter",
					"label=com.headjack.repository=" + this.product.repository().toRealPath(), "--format",
					"{{.Label \"com.headjack.branch\"}} {{.State}}")
			.lines()
			.map((line) -> line.split(" ", -1))
			.forEach((parts) -> states.computeIfAbsent(parts[0], (_) -> new ArrayList<>()).add(parts[1]));
		return states;
	}

	private Attempt attempt(String branch, String state, int round) {
		String mark = "mark-" + round;
		List<List<String>> all = state.equals("running")
				? List.of(List.of("stop", branch), List.of("rm", branch, "--force"), List.of("run", branch),
						List.of("exec", branch, "--no-mux", "--", "sh", "-c", "echo " + mark + " >>log"),
						List.of("exec", branch, "-d", "-n", mark, "--", "sh", "-c",
								"echo " + mark + " >>log; exec sleep 600"),
						List.of("recreate", branch), List.of("ps", branch))
				: List.of(List.of("run", branch), List.of("run", branch), List.of("ps"));
		return new Attempt(branch, all.get(this.random.nextInt(all.size())), mark);
	}

	private void settle(String name, Attempt attempt, Hjk.Result result, Map<String, String> states)
			throws IOException {
		String what = name + ": " + result.words() + " ended with " + result.code() + " and said " + result.errors();
		boolean lost = result.code() == 1 && result.errors().contains("the resident process ended before");
		// The engine of a busy machine may be late.
		boolean told = lost || (result.code() == 4 && result.errors().contains("did not answer within"));
		if (!told) {
			assertThat(result.code()).as(what).isZero();
			assertDone(what, attempt, states);
			return;
		}
		if (attempt.isMarked()) {
			assertThat(marks(attempt)).as(what).hasSizeLessThanOrEqualTo(1);
			return;
		}
		Hjk.Result again = attempt.by(this.product);
		if (again.errors().contains("does not see this machine's files")) {
			// Seen once in some 300 commands that were lost, for a reason not known yet.
			again = attempt.by(this.product);
		}
		if (!attempt.is("rm") || !again.errors().contains("no instance found")) {
			assertThat(again.code()).as(what + ", and again: " + again.errors()).isZero();
		}
		assertDone(what, attempt, states());
	}

	private void assertDone(String what, Attempt attempt, Map<String, String> states) throws IOException {
		switch (attempt.words().getFirst()) {
			case "run", "recreate" -> assertThat(states.get(attempt.branch())).as(what).isEqualTo("running");
			case "stop" -> assertThat(states.get(attempt.branch())).as(what).isEqualTo("exited");
			case "rm" -> assertThat(states.get(attempt.branch())).as(what).isNull();
			case "exec" -> assertThat(marks(attempt)).as(what).hasSize(1);
			default -> assertThat(what).isNotEmpty();
		}
	}

	/**
	 * The lines that the command of this round has written.
	 */
	private List<String> marks(Attempt attempt) throws IOException {
		Path log = this.product.worktree(attempt.branch().replace('/', '~')).resolve("log");
		return Files.exists(log) ? Files.readString(log).lines().filter((line) -> line.equals(attempt.mark())).toList()
				: List.of();
	}

	/**
	 * A command on the instance of a branch.
	 */
	private record Attempt(String branch, List<String> words, String mark) {

		Hjk.Result by(Hjk product) {
			return product.hjk(this.words.toArray(String[]::new));
		}

		boolean is(String command) {
			return this.words.getFirst().equals(command);
		}

		boolean isMarked() {
			return is("exec");
		}

	}

}
