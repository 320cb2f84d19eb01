package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.host.FolderDeletion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine that the system's own ssh reaches, by a real server.
 */
@InWorld(World.RESIDENT)
class SshEngineIntegrationTests extends InstanceTestBase {

	@TempDir
	static Path place;

	private static SshServer server;

	@BeforeAll
	static void startServer() throws IOException {
		server = SshServer.start(place.resolve("ssh"));
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@Test
	void anInstanceLivesAndItsLoginIsNowhereElse() throws IOException {
		reach(server.address());
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		assertThat(this.product.hjk("doctor").done()).contains(server.address());
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.ask("feat/x", "first")).done();
		assertThat(this.product.log("feat/x", "first")).contains(login.answer());
		this.product.inside("feat/x", "echo kept >file; git add file; git commit --quiet --message Work");
		assertThat(this.product.git("log", "-1", "--format=%s", "feat/x")).isEqualTo("Work\n");
		Canary.assertAbsentOnDisk(this.product, this.product.container("feat/x"));
		Canary.assertAbsent(server.log());
		this.product.hjk("stop", "feat/x").done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("rm", "feat/x", "-f").done();
	}

	@Test
	void theConnectionIsKeptForTheNextCommands() throws IOException {
		reach(server.address());
		Path runtime = Files.createTempDirectory("r");
		try {
			this.product.with("XDG_RUNTIME_DIR", runtime.toString()).with("HJK_RESIDENT", "off");
			long before = server.logins();
			this.product.hjk("run", "feat/x").done();
			assertThat(this.product.inside("feat/x", "echo hello")).isEqualTo("hello\n");
			assertThat(server.logins()).isEqualTo(before + 1);
			this.product.hjk("rm", "feat/x", "-f").done();
		}
		finally {
			server.cut();
			FolderDeletion.of(runtime);
		}
	}

	@Test
	void bytesAndExitCodesArePassedOnWhateverSshIsConfiguredToDo() {
		reach("ssh://busy");
		this.product.hjk("run", "feat/x").done();
		String text = "line of 16 bytes\n".repeat(200_000);
		Hjk.Result piped = this.product.piped(text, "exec", "feat/x", "--no-mux", "--", "sh", "-c", "cat; exit 7");
		assertThat(piped.code()).isEqualTo(7);
		assertThat(piped.output()).isEqualTo(text);
		this.product.hjk("rm", "feat/x", "-f").done();
	}

	@Test
	void aContextOfDockerIsEnough() throws Exception {
		Path docker = this.product.home().resolve(".docker");
		String id = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest("far".getBytes(StandardCharsets.UTF_8)));
		Path meta = Files.createDirectories(docker.resolve("contexts/meta").resolve(id));
		Files.writeString(meta.resolve("meta.json"),
				"{\"Name\":\"far\",\"Endpoints\":{\"docker\":{\"Host\":\"" + server.address() + "\"}}}");
		Files.writeString(docker.resolve("config.json"), "{\"currentContext\":\"far\"}");
		server.reachedBy(this.product);
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.hjk("ps").done()).contains("feat/x");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					ssh://nobodys               | Host key verification failed | connect once with 'ssh nobodys'
					ssh://keyless               | Permission denied            | add your key to ssh-agent, so that 'ssh keyless'
					ssh://root@127.0.0.1:1      | Connection refused           | 'ssh -p 1 root@127.0.0.1' works
					ssh://no.such.invalid       | resolve hostname             | correct the name
					ssh://big/nowhere/d.sock    | /nowhere/d.sock              | 'ssh big docker version'
					ssh://root:FAKE-word@big    | cannot be used               | without a password
					""")
	void whatGoesWrongIsToldWithARemedy(String address, String message, String remedy) {
		reach(address);
		// A connection that is kept would not be checked again.
		this.product.with("XDG_RUNTIME_DIR", "/nowhere").with("HJK_RESIDENT", "off");
		Hjk.Result listed = this.product.hjk("ps");
		listed.assertFailed(4, message, remedy);
		assertThat(listed.errors()).doesNotContain("FAKE-word");
		this.product.hjk("run", "feat/x").assertFailed(4, message, remedy);
		assertThat(this.product.hjk("doctor").output()).contains(message);
		this.product.without("DOCKER_HOST").assertNothingIsMade("feat/x");
	}

	@Test
	void aConnectionThatBreaksLosesNothing() throws Exception {
		reach(server.address());
		this.product.hjk("run", "feat/x").done();
		this.product.inside("feat/x", "echo kept >file");
		Hjk.Result[] broken = new Hjk.Result[1];
		Thread waiting = Thread.ofVirtual()
			.start(() -> broken[0] = this.product.hjk("exec", "feat/x", "--no-mux", "--", "sleep", "60"));
		while (this.product.command("docker", "top", this.product.container("feat/x"))
			.output()
			.lines()
			.noneMatch((line) -> line.endsWith("sleep 60"))) {
			Thread.sleep(100);
		}
		server.cut();
		waiting.join();
		assertThat(broken[0].code()).isEqualTo(4);
		assertThat(broken[0].errors()).contains("connection", server.address());
		assertThat(this.product.inside("feat/x", "cat file")).isEqualTo("kept\n");
	}

	private void reach(String address) {
		server.reachedBy(this.product).with("DOCKER_HOST", address);
	}

}
