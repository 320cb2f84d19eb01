package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
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

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.worktree = folder;
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
		this.sandbox.preparation().prepare(id, "sample", this.worktree);
		HostUser user = HostUser.ownerOf(this.worktree);
		assertThat(users(id)).filteredOn((line) -> line.split(":", -1)[2].equals(String.valueOf(user.uid())))
			.singleElement()
			.satisfies((line) -> assertThat(Path.of(line.split(":", -1)[5])).isDirectory());
		List<String> users = users(id);
		this.sandbox.preparation().prepare(id, "sample", this.worktree);
		assertThat(users(id)).isEqualTo(users);
	}

	@Test
	void prepareWhenAProgramIsMissingNamesIt() {
		String id = container(IMAGE.without("base64"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.worktree))
			.withMessage("the image \"sample\" has no base64")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@Test
	void prepareWhenItFailsGivesTheLastLine() {
		String id = container(IMAGE.with("chmod", "echo first >&2; echo 'it is read-only' >&2; exit 1"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> this.sandbox.preparation().prepare(id, "sample", this.worktree))
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
		this.engine.add(image);
		String main = "mkdir -p /run/headjack && : >/run/headjack/.ready && exec sleep infinity";
		String id = this.engine.create(new ContainerSpec("c", "sample", "0:0", "/", List.of("sh", "-c", main), Map.of(),
				Map.of(), List.of(), RuntimeOptions.none()));
		this.engine.start(id);
		return id;
	}

}
