package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine that does not see this machine's files, behind a real ssh server.
 */
@InWorld(World.RESIDENT)
class CopiedWorkspaceIntegrationTests {

	private static final String COPIED = "the container gets a copy of the repository";

	@TempDir
	static Path place;

	private static ScratchEngine far;

	private static SshServer server;

	private Hjk product;

	@BeforeAll
	static void startEngine() throws IOException {
		far = ScratchEngine.blind(Files.createDirectory(place.resolve("home")));
		server = SshServer.start(place.resolve("ssh"));
	}

	@AfterAll
	static void stopEngine() throws IOException {
		server.close();
		far.close();
	}

	@BeforeEach
	void makeProduct() throws IOException {
		Path folder = Files.createDirectory(place.resolve("home").resolve(UUID.randomUUID().toString()));
		this.product = new Hjk(folder, World.of(this));
		server.reachedBy(this.product).with("DOCKER_HOST", "ssh://big" + socket(far.address()));
	}

	@AfterEach
	void removeInstance() {
		this.product.with("DOCKER_HOST", "ssh://big" + socket(far.address())).hjk("rm", "feat/x", "-f");
		assertThat(far.containers()).isEmpty();
		assertThat(volumes()).isEmpty();
	}

	private static String socket(String address) {
		return address.substring("unix://".length());
	}

	private String volumes() {
		return this.product.tool("docker", "--host", far.address(), "volume", "ls", "-q");
	}

	@Test
	void theMainJobIsDoneThere() throws IOException {
		World.DEVELOPERS_GIT.settle(this.product.home());
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		assertThat(this.product.hjk("doctor").output()).contains("new instances get copies of their repositories");
		Hjk.Result made = this.product.hjk("run", "feat/x");
		made.done();
		assertThat(made.errors()).contains(COPIED, "'hjk pull feat/x'");
		this.product.hjk(login.ask("feat/x", "first")).done();
		assertThat(this.product.log("feat/x", "first")).contains(login.answer());
		assertThat(this.product.inside("feat/x", "git status --porcelain --branch")).isEqualTo("## feat/x\n");
		this.product.inside("feat/x",
				"echo kept >file; git add file; git commit --quiet --message Work; echo left >left");
		Hjk.Result pulled = this.product.hjk("pull", "feat/x");
		assertThat(pulled.done()).isEqualTo("Branch feat/x has 1 new commit\n");
		assertThat(pulled.errors()).contains("uncommitted work is in refs/headjack/uncommitted/feat/x");
		assertThat(this.product.git("log", "-1", "--format=%an %s", "feat/x")).isEqualTo("Sample Work\n");
		assertThat(this.product.worktree("feat~x").resolve("file")).hasContent("kept\n");
		assertThat(this.product.hjk("audit", "feat/x").done()).doesNotContain("found");
		Canary.assertAbsent(server.log());
		Canary.assertAbsentBelow(far.volumes());
		this.product.hjk("stop", "feat/x").done();
		Canary.assertAbsentBelow(far.volumes());
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("recreate", "feat/x").done();
		assertThat(this.product.inside("feat/x", "cat left")).isEqualTo("left\n");
		this.product.hjk("rm", "feat/x").assertFailed(2, "has 1 unpushed commit", "hjk rm feat/x -f");
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(this.product.git("show", "refs/headjack/uncommitted/feat/x:left")).isEqualTo("left\n");
	}

	@Test
	void uncommittedWorkTravelsOnRequest() throws IOException {
		Path file = this.product.repository().resolve("begun here");
		Files.writeString(file, "half done");
		this.product.hjk("run", "feat/x", "--with-changes").done();
		assertThat(this.product.inside("feat/x", "git status --porcelain; cat 'begun here'"))
			.isEqualTo("?? \"begun here\"\nhalf done");
		assertThat(file).hasContent("half done");
		Files.writeString(this.product.worktree("feat~x").resolve("more"), "");
		assertThat(this.product.hjk("run", "feat/x").errors()).contains("stays here; 'hjk run feat/x --with-changes'");
		this.product.inside("feat/x", "echo done >'begun here'");
		assertThat(this.product.hjk("run", "feat/x", "--with-changes").errors()).contains("keeps its files");
		assertThat(this.product.inside("feat/x", "cat 'begun here'")).isEqualTo("done\n");
		this.product.hjk("rm", "feat/x", "-f").done();
	}

	@Test
	void sessionsTellTheirOutputAndTheirEnd() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", "echo gone; exit 5").done();
		assertThat(this.product.log("feat/x", "a")).isEqualTo("gone\n");
		this.product
			.hjk("exec", "feat/x", "-d", "-n", "b", "--", "sh", "-c",
					"for i in 1 2 3; do echo line $i; sleep 1; done; exit 3")
			.done();
		Hjk.Result followed = this.product.hjk("logs", "feat/x", "b", "-f");
		assertThat(followed.output()).isEqualTo("line 1\nline 2\nline 3\n");
		this.product.hjk("exec", "feat/x", "-d", "-n", "c", "--", "sh", "-c", "echo begun; sleep 600").done();
		this.product.awaitPrinted("feat/x", "c", "begun");
		assertThat(this.product.hjk("kill", "feat/x/c").done()).isEqualTo("Killed session c\n");
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("exited (5)", "exited (3)", " ended ");
		this.product.with("DOCKER_HOST", "unix:///nowhere/engine.sock");
		assertThat(this.product.hjk("logs", "feat/x", "a").done()).isEqualTo("gone\n");
	}

	@Test
	void bytesPassThroughPipesAndALogIsFetchedAsItGrowsAndIsCut() {
		this.product.hjk("run", "feat/x").done();
		String text = "line of 16 bytes\n".repeat(100_000);
		assertThat(this.product.piped(text, "exec", "feat/x", "--no-mux", "--", "cat").output()).isEqualTo(text);
		this.product.hjk("config", "logs.limit", "1").done();
		this.product
			.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c",
					"seq 1 200000; sleep 2; seq 200001 400000; echo last")
			.done();
		assertThat(this.product.log("feat/x", "a")).endsWith("399999\n400000\nlast\n").contains("\n390000\n");
	}

	@Test
	void aConnectionThatIsCutAnywhereLosesNothing() throws IOException {
		try (FaultyEngine cut = FaultyEngine.start(far.address())) {
			this.product.with("DOCKER_HOST", "ssh://big" + cut.socket()).with("HJK_RESIDENT", "off");
			cut.before(0, () -> {
			});
			this.product.hjk("run", "feat/x").done();
			cutEach(cut, cut.before(0, server::cut), "run", "feat/y");
			this.product.hjk("run", "feat/y").done();
			this.product.hjk("rm", "feat/y", "-f").done();
			work();
			cut.before(0, server::cut);
			this.product.hjk("pull", "feat/x").done();
			int requests = cut.before(0, server::cut);
			this.product.inside("feat/x", "git commit --quiet --allow-empty --message More; echo more >>left");
			cutEach(cut, requests, "pull", "feat/x");
			assertThat(this.product.inside("feat/x", "cat left; git log -1 --format=%s"))
				.isEqualTo("left\nmore\nMore\n");
			cutEach(cut, 2 * requests, "rm", "feat/x");
			this.product.hjk("rm", "feat/x", "-f");
		}
		assertThat(this.product.git("log", "--format=%s", "feat/x")).startsWith("More\nWork\n");
		assertThat(this.product.git("show", "refs/headjack/uncommitted/feat/x:left")).isEqualTo("left\nmore\n");
	}

	private void work() {
		this.product.inside("feat/x",
				"echo work >work; git add work; git commit --quiet --message Work; echo left >left");
	}

	/**
	 * Cuts the connection before some of the requests of a command.
	 */
	private void cutEach(FaultyEngine engine, int requests, String... command) {
		int stride = Math.max(1, requests / 6);
		for (int request = 1; request <= requests; request += stride) {
			engine.before(request, server::cut);
			Hjk.Result result = this.product.hjk(command);
			assertThat(result.code()).as(result.errors()).isNotEqualTo(70);
		}
		engine.before(0, server::cut);
	}

	@Test
	void whatAHostileContainerSendsIsRefused() throws IOException {
		this.product.hjk("run", "feat/x").done();
		String before = this.product.git("rev-parse", "feat/x");
		this.product.inside("feat/x", """
				blob=$(echo 'ref: x' | git hash-object -w --stdin)
				tree=$(printf '100644 blob %s\\tHEAD\\n' "$blob" | git mktree)
				top=$(printf '040000 tree %s\\t.git\\n' "$tree" | git mktree)
				commit=$(git commit-tree "$top" -p HEAD -m evil)
				git update-ref refs/heads/feat/x "$commit\"""");
		this.product.hjk("pull", "feat/x").assertFailed(1, "git does not accept the objects", "git fsck");
		assertThat(this.product.git("rev-parse", "feat/x")).isEqualTo(before);
		this.product.hjk("rm", "feat/x").assertFailed(2, "git does not accept the objects", "hjk rm feat/x -f");
		this.product.inside("feat/x", "rm -rf .git; mkfifo .git");
		this.product.hjk("pull", "feat/x").assertFailed(1, "git in the container could not send its work", "");
		assertThat(this.product.git("rev-parse", "feat/x")).isEqualTo(before);
	}

}
