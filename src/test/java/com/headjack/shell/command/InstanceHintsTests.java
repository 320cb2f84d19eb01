package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.shell.terminal.Output;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceHintsTests {

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private final InstanceHints hints = new InstanceHints(Output.of(OutputStream.nullOutputStream(), this.messages));

	@TempDir
	Path repository;

	private static Instance instance(InstanceStatus status, Path repository) {
		return new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), "repository", repository,
				Path.of("/worktree"), status, "0123456789abcdef", "image", Instant.EPOCH, null, null, false);
	}

	@Test
	void ofOneRepositoryIsForTheCurrentFolder() {
		this.hints.ofOneRepository(List.of(instance(InstanceStatus.RUNNING, this.repository),
				instance(InstanceStatus.MOVED, this.repository), instance(InstanceStatus.MOVED, this.repository),
				instance(InstanceStatus.ORPHANED, this.repository)));
		assertThat(this.messages).hasToString(
				"""
						hint: the repository was moved: 'hjk run feat/x' repairs the instance
						hint: the worktree of branch feat/x is gone: 'hjk run feat/x' repairs it, 'hjk rm feat/x' removes the rest
						""");
	}

	@Test
	void ofAllNamesTheRepository() {
		this.hints.ofAll(List.of(instance(InstanceStatus.MOVED, Path.of("/old")),
				instance(InstanceStatus.ORPHANED, this.repository),
				instance(InstanceStatus.ORPHANED, this.repository.resolve("gone"))));
		assertThat(this.messages.toString(StandardCharsets.UTF_8).lines()).containsExactly(
				"hint: the repository of branch feat/x is no longer at /old: 'hjk run feat/x' in its new place repairs "
						+ "the instance",
				"hint: the worktree of branch feat/x is gone: in " + this.repository
						+ ", 'hjk run feat/x' repairs it, 'hjk rm feat/x' removes the rest",
				"hint: branch feat/x has lost its worktree and its repository " + this.repository.resolve("gone")
						+ ": remove its container 0123456789ab with your engine");
	}

}
