package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine that is hardened, and one that sees another file system.
 */
class ForeignEngineIntegrationTests {

	private static final String UNSEEN = "does not see this machine's files";

	private static ScratchEngine hardened;

	@TempDir
	Path folder;

	@BeforeAll
	static void startEngine() throws IOException {
		hardened = SharedEngine.hardened();
	}

	@Test
	void hardenedRunsAnInstanceWhoseFilesAreTheUsers() throws IOException {
		assertThatAnInstanceLives(new Hjk(this.folder, World.of(this)));
	}

	@Test
	void hardenedRunsAnInstanceOfAnOrdinaryUser() throws IOException {
		OrdinaryUser user = OrdinaryUser.forTestsIn(this.folder);
		hardened.admit(user);
		assertThatAnInstanceLives(new Hjk(this.folder, user));
	}

	private static void assertThatAnInstanceLives(Hjk product) throws IOException {
		product.with("DOCKER_HOST", hardened.address());
		SampleLogin login = SampleLogin.of("codex", "subscription");
		product.piped(login.secret(), login.auth()).done();
		product.hjk("doctor").done();
		product.hjk("run", "feat/x").done();
		product.hjk(login.ask("feat/x", "first")).done();
		assertThat(product.log("feat/x", "first")).contains(login.answer());
		product.inside("feat/x", "echo kept >file; git add file; git commit --quiet --message Work; git status");
		assertThat(Files.getAttribute(product.worktree("feat~x").resolve("file"), "unix:uid"))
			.isEqualTo(Files.getAttribute(product.repository(), "unix:uid"));
		assertThat(product.git("log", "-1", "--format=%s", "feat/x")).isEqualTo("Work\n");
		product.hjk("stop", "feat/x").done();
		product.hjk("run", "feat/x").done();
		assertThat(product.inside("feat/x", "cat file; touch ~/mine; id -u >/dev/null")).isEqualTo("kept\n");
		product.hjk("recreate", "feat/x").done();
		product.hjk("rm", "feat/x", "-f").done();
		assertThat(hardened.containers()).isEmpty();
	}

	@Test
	void anEngineWithOtherFilesGetsACopyEvenWhereFoldersHaveTheSameNames() throws IOException {
		Hjk product = new Hjk(this.folder, World.of(this));
		try (ScratchEngine blind = ScratchEngine.blind(this.folder)) {
			product.hjk("run", "feat/x").done();
			product.inside("feat/x", "echo here >here");
			blind.imitate(this.folder);
			product.with("DOCKER_HOST", blind.address());
			Hjk.Result doctor = product.hjk("doctor");
			assertThat(doctor.output()).contains(blind.address() + " " + UNSEEN, "new instances get copies");
			for (String branch : List.of("feat/x", "feat/y")) {
				Hjk.Result made = product.hjk("run", branch);
				made.done();
				assertThat(made.errors()).contains(blind.address() + " " + UNSEEN, "a copy of the repository");
				assertThat(product.inside(branch, "git status --porcelain")).isEmpty();
				product.inside(branch, "git commit --quiet --allow-empty --message Work");
			}
			product.hjk("pull", "feat/y").done();
			product.hjk("rm", "feat/y", "-f").done();
			product.hjk("stop", "feat/x").done();
			assertThat(product.git("log", "-1", "--format=%s", "feat/y")).isEqualTo("Work\n");
		}
		product.without("DOCKER_HOST");
		assertThat(product.inside("feat/x", "cat here")).isEqualTo("here\n");
		product.hjk("rm", "feat/x", "-f").done();
	}

}
