package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.engine.Mount;
import com.headjack.engine.RuntimeOptions;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContainerPreparationTests {

	private static final InMemoryImage IMAGE = InMemoryImage.of("sample").with("tmux", "exit 0");

	private InMemoryEngine engine;

	private InstanceSandbox sandbox;

	private Path worktree;

	private InstanceMounts mounts;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.worktree = Files.createDirectory(folder.resolve("worktree"));
		this.mounts = new InstanceMounts(this.worktree, Files.createDirectory(folder.resolve("out")));
		this.sandbox = new InstanceSandbox(Files.createDirectory(folder.resolve("sandbox")));
		this.engine = this.sandbox.memory;
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void prepareGivesTheWorktreesOwnerANameAndAHome() throws IOException {
		String id = container(IMAGE);
		this.sandbox.preparation().prepare(id, "sample", this.mounts);
		HostUser user = HostUser.ownerOf(this.worktree);
		assertThat(users(id)).filteredOn((line) -> line.split(":", -1)[2].equals(String.valueOf(user.uid())))
			.singleElement()
			.satisfies((line) -> assertThat(Path.of(line.split(":", -1)[5])).isDirectory());
		List<String> users = users(id);
		this.sandbox.preparation().prepare(id, "sample", this.mounts);
		assertThat(users(id)).isEqualTo(users);
	}

	@Test
	void prepareWhenAProgramIsMissingNamesIt() {
		String id = container(IMAGE.without("base64"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessage("the image \"sample\" has no base64")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@Test
	void prepareWhenTheContainerEndsAtOnceTellsWhatAnImageNeeds() {
		String id = container(IMAGE);
		this.engine.stop(id, Duration.ZERO);
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessage("the container of image \"sample\" ended as soon as it was started")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValueSatisfying(
					(remedy) -> assertThat(remedy).startsWith("an image needs a POSIX shell, tmux and git")));
		assertThat(this.worktree).isEmptyDirectory();
	}

	@Test
	void prepareLeavesNothingInTheFolders() {
		this.sandbox.preparation().prepare(container(IMAGE), "sample", this.mounts);
		assertThat(this.worktree).isEmptyDirectory();
		assertThat(this.mounts.out()).isEmptyDirectory();
	}

	@Test
	void prepareWhenTheContainerSeesAnotherFolderTellsWhichAndLeavesNothing(@TempDir Path other) {
		String id = container(IMAGE, binds(this.worktree, other));
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessageStartingWith("the engine at memory://")
			.withMessageContaining(" does not see this machine's files: ")
			.withMessageContaining("/var/log/headjack");
		assertThat(this.worktree).isEmptyDirectory();
		assertThat(this.mounts.out()).isEmptyDirectory();
	}

	@Test
	void prepareWhenTheWorktreesOwnFolderIsMissingTellsWhich(@TempDir Path own) throws IOException {
		Files.writeString(this.worktree.resolve(".git"), "gitdir: " + own + "\n");
		String id = container(IMAGE);
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessageContaining(own.toString());
		assertThat(own).isEmptyDirectory();
	}

	@Test
	void prepareWhenWhatIsDoneInsideIsNotSeenOutsideTellsWhere() {
		String id = container(IMAGE.with("rm", "exit 0"));
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessageContaining(this.worktree.toString());
		assertThat(this.worktree).isEmptyDirectory();
	}

	@Test
	void prepareWhenAFolderIsReadOnlyInsideTellsWhich() {
		String id = container(IMAGE.with("rm", "exit 1"));
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessageContaining(" may not write to ")
			.withMessageContaining("/worktree");
	}

	@Test
	void prepareWhenItFailsGivesTheLastLine() {
		String id = container(IMAGE.with("chmod", "echo first >&2; echo 'it is read-only' >&2; exit 1"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.mounts))
			.withMessage("the container could not be made ready: it is read-only")
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@Test
	void theScriptAddsAUserWhoIsNotThereBesideRoot() throws IOException {
		String id = container(IMAGE.with("chown", "echo \"$@\""));
		Path home = this.engine.resolve(id, "/home/headjack");
		assertThat(run(id, "root").output()).isEqualTo("-h 4321:4322 " + home + "\n");
		assertThat(users(id)).hasSize(2).contains("headjack:x:4321:4322::" + home + ":/bin/sh");
	}

	@Test
	void theScriptGivesTheImagesUserTheHostsNumbers() throws IOException {
		String id = container(IMAGE.withUser("agent").with("chown", "exit 0"));
		assertThat(run(id, "agent").succeeded()).isTrue();
		assertThat(users(id)).hasSize(2)
			.contains("agent:x:4321:4322::" + this.engine.resolve(id, "/home/agent") + ":/bin/sh");
	}

	@Test
	void theScriptAsksForTheImagesUserWhereThatMatters() throws IOException {
		String id = container(IMAGE.withUser("agent").with("chown", "exit 0"));
		List<String> users = users(id);
		assertThat(run(id, "?").code()).isEqualTo(70);
		assertThat(users(id)).isEqualTo(users);
	}

	@Test
	void theScriptKeepsAUserWhoIsThere() throws IOException {
		String id = container(IMAGE.with("chown", "exit 0"));
		Path passwd = this.engine.resolve(id, "/etc/passwd");
		Path home = this.engine.resolve(id, "/home/present");
		Files.writeString(passwd, Files.readString(passwd) + "present:x:4321:1::" + home + ":/bin/zsh\n");
		assertThat(run(id, "").succeeded()).isTrue();
		assertThat(users(id)).hasSize(2).contains("present:x:4321:1::" + home + ":/bin/zsh");
		assertThat(home).isDirectory();
	}

	@Test
	void theScriptForgetsTheUserWhomPodmanNames() throws IOException {
		String id = container(IMAGE.with("chown", "exit 0"));
		Path passwd = this.engine.resolve(id, "/etc/passwd");
		Files.writeString(passwd, Files.readString(passwd) + "4321:*:4321:4322:container user:/workspace:/bin/sh\n");
		assertThat(run(id, "").succeeded()).isTrue();
		assertThat(users(id)).hasSize(2)
			.contains("headjack:x:4321:4322::" + this.engine.resolve(id, "/home/headjack") + ":/bin/sh");
	}

	private ExecResult run(String id, String imageUser) {
		return this.engine.exec(id,
				ExecRequest.script(InstanceSandbox.script("prepare.sh"), List.of("4321", "4322", imageUser)));
	}

	private List<String> users(String id) throws IOException {
		return Files.readAllLines(this.engine.resolve(id, "/etc/passwd"));
	}

	/**
	 * A container whose main program has told that it started.
	 */
	private String container(InMemoryImage image) {
		return container(image, binds(this.worktree, this.mounts.out()));
	}

	private String container(InMemoryImage image, List<Mount> mounts) {
		this.engine.add(image);
		String main = "mkdir -p /run/headjack && : >/run/headjack/.ready && exec sleep infinity";
		String id = this.engine.create(new ContainerSpec("c", "sample", "0:0", "/", List.of("sh", "-c", main), Map.of(),
				Map.of(), mounts, RuntimeOptions.none()));
		this.engine.start(id);
		return id;
	}

	private static List<Mount> binds(Path worktree, Path out) {
		return List.of(new Mount.Bind(worktree, worktree.toString(), false),
				new Mount.Bind(worktree, "/workspace", false), new Mount.Bind(out, "/var/log/headjack", false));
	}

}
