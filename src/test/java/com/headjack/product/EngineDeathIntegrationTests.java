package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine that is killed while sessions run, and started again.
 */
class EngineDeathIntegrationTests extends InstanceTestBase {

	private static final String SESSIONS = """
			run feat/x
			run feat/y
			run feat/z
			exec feat/x -d -n x1 -- sh
			exec feat/x -d -n x2 -- sh -c 'echo printed by x2; exec sleep 600'
			exec feat/x -d -n x3 -- sleep 600
			exec feat/x -d -n x4 -- sleep 600
			exec feat/y -d -n y1 -- sh -c 'echo printed by y1; exec sleep 600'
			exec feat/y -d -n y2 -- sleep 600
			exec feat/y -d -n y3 -- sh -c 'exit 5'
			exec feat/z -d -n z1 -- sh -c 'echo printed by z1; exec sleep 600'
			exec feat/z -d -n z2 -- sleep 600
			exec feat/z -d -n z3 -- sleep 600
			exec feat/x --no-mux -- sh -c 'echo kept >file'
			""";

	private static ScratchEngine engine;

	@BeforeAll
	static void startEngine() throws IOException {
		engine = ScratchEngine.docker();
	}

	@AfterAll
	static void stopEngine() throws IOException {
		engine.close();
	}

	@BeforeEach
	void useEngine() {
		this.product.with("DOCKER_HOST", engine.address());
	}

	@Test
	void sessionsThatDiedAreToldAndTheirInstancesStartAgain() throws IOException {
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.piped(SESSIONS, "-").done();
		assertThat(this.product.log("feat/y", "y3")).isEmpty();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			String before = terminal.state();
			terminal.type("hjk attach feat/x x1; echo ended with $?").await("[x1]");
			engine.kill();
			terminal.await("ended with 4")
				.await("error: the connection to the container engine")
				.await("hint: start Docker");
			assertThat(terminal.state()).isEqualTo(before);
			terminal.type("clear; hjk attach feat/x x2; echo ended with $?")
				.await("error: no container engine answers")
				.await("ended with 4");
			assertThatItIsTold();
			engine.start("");
			assertThatAllHaveEnded();
			this.product.piped("run feat/x\nrun feat/y\nrun feat/z\n", "-").done();
			this.product.hjk(login.ask("feat/x", "a")).done();
			assertThat(this.product.log("feat/x", "a")).contains(login.answer());
			this.product.hjk("exec", "feat/z", "-d", "-n", "z4", "--", "sh").done();
			terminal.type("clear; hjk attach feat/z; echo ended with $?").await("[z4]");
			terminal.key("C-b", "d").await("ended with 0");
		}
		assertThat(this.product.hjk("ps").done()).containsPattern("feat/z +running +1 ");
		assertThat(this.product.inside("feat/x", "cat file")).isEqualTo("kept\n");
		this.product.piped("rm feat/x -f\nrm feat/y -f\nrm feat/z -f\n", "-").done();
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(engine.containers()).isEmpty();
	}

	private void assertThatItIsTold() throws IOException {
		for (String line : List.of("ps", "run feat/x", "run feat/new", "agent feat/x codex -d", "kill feat/x/x1",
				"recreate feat/x", "rm feat/x -f")) {
			this.product.hjk(line.split(" ")).assertFailed(4, "no container engine answers", "start Docker or Podman");
		}
		assertThatTheLogsAreThere();
		this.product.hjk("logs", "feat/none", "x1").assertFailed(4, "no container engine answers", "start Docker");
		assertThat(this.product.git("branch", "--list", "feat/new")).isEmpty();
		assertThat(Files.readString(this.product.worktree("feat~x").resolve("file"))).isEqualTo("kept\n");
	}

	private void assertThatAllHaveEnded() {
		assertThat(this.product.hjk("ps").done().lines().skip(1)).hasSize(3)
			.allSatisfy((line) -> assertThat(line).containsPattern("^feat/[xyz] +stopped +0 "));
		String sessions = this.product.piped("ps feat/x\nps feat/y\nps feat/z\n", "-").done();
		assertThat(sessions.lines().filter((line) -> line.matches("[xyz]\\d +exec +ended .*"))).hasSize(9);
		assertThat(sessions.lines().filter((line) -> line.matches("y3 +exec +exited \\(5\\) .*"))).hasSize(1);
		assertThatTheLogsAreThere();
	}

	private void assertThatTheLogsAreThere() {
		Hjk.Result logs = this.product.piped("logs feat/x x2\nlogs feat/y y1\nlogs feat/z z1\n", "-");
		assertThat(logs.done()).isEqualTo("printed by x2\nprinted by y1\nprinted by z1\n");
		assertThat(logs.errors()).isEmpty();
	}

	@Test
	void sessionsThatTheEngineLetsLiveGoOn() throws IOException {
		engine.kill();
		engine.start("--live-restore");
		this.product.piped("run feat/x\nexec feat/x -d -n shell -- sh\n", "-").done();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk attach feat/x; echo ended with $?")
				.await("[shell]")
				.type("word=kept; echo ta''ken")
				.await("taken");
			engine.kill();
			terminal.await("ended with 4");
			engine.start("--live-restore");
			assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("shell +exec +running ");
			terminal.type("clear; hjk attach feat/x; echo ended with $?").await("[shell]");
			terminal.type("clear; echo $word by $((1 + 1))").await("kept by 2");
			terminal.key("C-b", "d").await("ended with 0");
		}
	}

	@Test
	void commandsThatAreAtWorkEnd() throws Exception {
		this.product.piped("run feat/x\nexec feat/x -d -n a -- sh -c 'echo printed; exec sleep 600'\n", "-").done();
		String hjk = this.product.launcher().toString();
		Path begun = this.product.repository().resolve("begun");
		Path followed = this.product.repository().resolve("followed");
		try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Hjk.Result> exec = users.submit(() -> this.product.command("sh", "-c",
					"exec \"$0\" exec feat/x --no-mux -- sh -c 'echo begun; exec sleep 600' >\"$1\"", hjk,
					begun.toString()));
			Future<Hjk.Result> logs = users.submit(() -> this.product.command("sh", "-c",
					"exec \"$0\" logs feat/x a -f >\"$1\"", hjk, followed.toString()));
			this.product.tool("sh", "-c", "until [ -s \"$0\" ] && [ -s \"$1\" ]; do sleep 0.1; done", begun.toString(),
					followed.toString());
			engine.kill();
			exec.get().assertFailed(4, "container engine", "start Docker or Podman");
			logs.get().assertFailed(4, "container engine", "start Docker or Podman");
		}
		assertThat(followed).hasContent("printed\n");
		engine.start("");
	}

}
