package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job by a Podman that is not root's, for the user who started it.
 */
class RootlessPodmanIntegrationTests {

	@TempDir
	Path folder;

	private OrdinaryUser user;

	private Hjk product;

	private ScratchEngine podman;

	@BeforeEach
	void start() throws IOException {
		this.user = OrdinaryUser.forTestsIn(this.folder);
		this.podman = ScratchEngine.rootlessPodman(this.user.uid());
		this.product = new Hjk(this.folder, this.user);
		this.product.with("DOCKER_HOST", this.podman.address());
		// Its network would need a device, which is nothing of ours.
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		// It may not be permitted to set limits, and goes on without.
		this.product.hjk("config", "runtime.memory", "1g").done();
		this.product.hjk("config", "runtime.pids", "500").done();
	}

	@AfterEach
	void stop() throws IOException {
		this.podman.close();
	}

	@Test
	void lifeOfAnInstance() throws IOException {
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.ask("feat/x", "first")).done();
		assertThat(this.product.log("feat/x", "first")).contains(login.answer());
		assertThat(this.product.inside("feat/x",
				"id -u; stat -c %u /run/headjack; echo ~; cd; pwd; getent passwd $(id -u)"))
			.isEqualTo("%1$s%n%1$s%n/home/agent%n/home/agent%nagent:x:%1$s:%1$s::/home/agent:/bin/bash%n"
				.formatted(this.user.uid()));
		this.product.inside("feat/x", "echo kept >file; git add file; git commit --quiet --message Work");
		assertThat(Files.getAttribute(this.product.worktree("feat~x").resolve("file"), "unix:uid"))
			.isEqualTo(this.user.uid());
		assertThat(this.product.hjk("stop", "feat/x").done()).startsWith("Stopped instance ");
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.inside("feat/x", "cd; pwd; cat /workspace/file")).isEqualTo("/home/agent\nkept\n");
		assertThat(this.product.hjk("rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.podman.containers()).isEmpty();
	}

}
