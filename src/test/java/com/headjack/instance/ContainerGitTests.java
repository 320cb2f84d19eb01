package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ExecRequest;
import com.headjack.host.HostUser;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerGitTests {

	private InstanceSandbox sandbox;

	private Path repository;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.repository = this.sandbox.repository.root();
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void aContainerGetsTheSettingsOfTheTimeOfEachStart() {
		Instance instance = this.sandbox.ensure();
		Path config = folder(instance).resolve("config");
		assertThat(config).content().contains("name = \"Ada L\"").doesNotContain("pull");
		git("config", "--global", "pull.ff", "only");
		this.sandbox.ensure();
		assertThat(config).content().contains("[pull]\n\tff = \"only\"");
	}

	@Test
	void aContainerReadsTheSettingsAfterTheUsersOwn() {
		String container = Objects.requireNonNull(this.sandbox.ensure().container());
		this.sandbox.memory.stop(container, Duration.ZERO);
		this.sandbox.ensure();
		ExecRequest request = ExecRequest.script("cat ~/.gitconfig", List.of())
			.as(HostUser.ownerOf(this.sandbox.now().worktree()));
		assertThat(this.sandbox.memory.exec(container, request).output()).containsOnlyOnce("[include]")
			.endsWith("/etc/headjack/git/config\n");
	}

	@Test
	void whatDoesNotWorkInTheContainerIsToldOnceAndKept() throws IOException {
		git("config", "filter.nb.clean", "no-such-program-of-tests");
		git("config", "commit.gpgSign", "true");
		Files.writeString(this.repository.resolve(".gitattributes"), "*.nb filter=nb\n");
		git("add", ".gitattributes");
		git("-c", "commit.gpgSign=false", "commit", "--quiet", "-m", "attributes");
		Instance instance = this.sandbox.lifecycle()
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).anyMatch((told) -> told.contains("no-such-program-of-tests"))
			.anyMatch((told) -> told.contains("not signed"));
		assertThat(this.sandbox.instances.notices(instance)).hasSize(2);
		this.sandbox.log.told.clear();
		this.sandbox.lifecycle()
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).noneMatch((told) -> told.contains("signed"));
		git("config", "commit.gpgSign", "false");
		this.sandbox.lifecycle()
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.instances.notices(instance)).hasSize(1);
	}

	@Test
	void theStoreOfLargeFilesIsSharedIfThereAreSuchFiles() throws IOException {
		Files.writeString(this.repository.resolve(".gitattributes"), "*.bin filter=lfs\n");
		git("add", ".gitattributes");
		git("commit", "--quiet", "-m", "attributes");
		this.sandbox.ensure();
		assertThat(this.repository.resolve(".git/lfs")).isDirectory();
	}

	@Test
	void hooksOutsideAreCopiedAndForgottenWithTheirSetting(@TempDir Path hooks) throws IOException {
		Path hook = Files.writeString(hooks.resolve("pre-commit"), "#!/bin/sh\n");
		assertThat(hook.toFile().setExecutable(true)).isTrue();
		git("config", "core.hooksPath", hooks.toString());
		Instance instance = this.sandbox.ensure();
		assertThat(folder(instance).resolve("hooks/pre-commit")).hasSameTextualContentAs(hook).isExecutable();
		git("config", "--unset", "core.hooksPath");
		this.sandbox.ensure();
		assertThat(folder(instance).resolve("hooks")).doesNotExist();
	}

	private Path folder(Instance instance) {
		return this.sandbox.instances.folder(instance.id()).git().path();
	}

	private void git(String... words) {
		this.sandbox.git.git(this.repository, words);
	}

}
