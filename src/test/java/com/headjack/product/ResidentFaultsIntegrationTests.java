package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A resident process that hangs, was killed, is terminated, or lacks what it needs.
 */
@Timeout(180)
class ResidentFaultsIntegrationTests {

	@TempDir
	Path folder;

	private Hjk product;

	private ResidentProcess resident;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.PLAIN);
		this.resident = new ResidentProcess(this.product, this.folder);
	}

	@AfterEach
	void stop() throws IOException {
		this.product.with("HJK_RESIDENT", "off").hjk("rm", "feat/x", "--force");
		this.resident.close();
	}

	private Hjk.Result shell(String script) {
		return this.product.command("sh", "-c", "hjk=$1; " + script, "sh", this.product.launcher().toString());
	}

	private String signal(String name) throws IOException {
		String pid = Long.toString(this.resident.find().orElseThrow().pid());
		this.product.tool("kill", "-" + name, pid);
		return pid;
	}

	@Test
	void oneThatHangsIsToldWithItsRemedy() throws Exception {
		this.resident.start("");
		String pid = signal("STOP");
		for (String question : new String[] { "status", "stop", "restart" }) {
			this.product.hjk("resident", question)
				.assertFailed(4, "the resident process does not answer", "'kill -KILL " + pid + "'");
		}
		signal("KILL");
		assertThat(this.product.hjk("resident", "restart").done()).isEqualTo("Started the resident process\n");
	}

	@Test
	void oneThatWasKilledIsReplaced() throws Exception {
		this.resident.start("");
		this.resident.kill();
		assertThat(this.resident.file(".sock")).exists();
		for (Duration change : new Duration[] { Duration.ofDays(-1), Duration.ofDays(1) }) {
			Files.setLastModifiedTime(this.resident.file(".lock"), FileTime.from(Instant.now().plus(change)));
			assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
			for (int tries = 0; tries < 300 && this.resident.find().isEmpty(); tries++) {
				TimeUnit.MILLISECONDS.sleep(100);
			}
			assertThat(this.resident.find()).isPresent();
			this.resident.kill();
		}
	}

	@Test
	void oneThatIsTerminatedTerminatesItsCommands() throws Exception {
		this.resident.start("");
		this.product.hjk("run", "feat/x").done();
		String pid = Long.toString(this.resident.find().orElseThrow().pid());
		Hjk.Result ended = shell("$hjk exec feat/x --no-mux -- sh -c 'echo begun; exec sleep 1000' >out & client=$!; "
				+ "until [ -s out ]; do sleep 0.1; done; kill -TERM " + pid + "; wait $client");
		assertThat(ended.code()).isEqualTo(143);
		assertThat(ended.errors()).isEmpty();
		assertThat(this.product.with("HJK_RESIDENT", "off").inside("feat/x", "pgrep -x sleep || true")).isEmpty();
		assertThat(this.resident.file(".sock")).doesNotExist();
		assertThat(this.resident.find()).isEmpty();
	}

	@Test
	void oneThatIsKilledLeavesTheTerminalToTheUser() throws Exception {
		this.resident.start("");
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh").done();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			String before = terminal.state();
			terminal.type("clear; hjk attach feat/x a; echo ended with $?").await("[a]");
			this.resident.kill();
			terminal.await("ended with 1").await("the resident process ended before 'hjk attach feat/x' did");
			assertThat(terminal.state()).isEqualTo(before);
		}
	}

	@Test
	void aClientThatIsStoppedGoesOnAfterwards() throws Exception {
		this.resident.start("");
		this.product.hjk("run", "feat/x").done();
		assertThat(shell("$hjk exec feat/x --no-mux seq 500000 >out & client=$!; "
				+ "until [ -s out ]; do sleep 0.05; done; kill -STOP $client; sleep 1; kill -CONT $client; "
				+ "wait $client && md5sum <out")
			.done()).isEqualTo(shell("seq 500000 | md5sum").done());
	}

	@Test
	void oneWithFewDescriptorsLeavesCommandsToTheirClients() throws Exception {
		this.resident.start("ulimit -n 96;");
		assertThat(shell("for i in 1 2 3 4; do $hjk ps & done; wait").done())
			.isEqualTo("No instances found\n".repeat(4));
		assertThat(this.product.hjk("resident", "status", "-o", "json").done()).contains("\"commands\" : 0");
	}

	@Test
	void oneWithLittleMemoryEndsOrGoesOn() throws Exception {
		this.resident.start("HJK_JAVA_OPTS=-Xmx32m");
		shell("for i in 1 2 3 4; do $hjk ps & done; wait");
		assertThat(this.product.hjk("ps")).satisfies((result) -> assertThat(result.code()).isIn(0, 1));
		this.resident.kill();
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

}
