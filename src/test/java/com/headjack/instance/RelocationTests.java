package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import com.headjack.engine.InMemoryImage;
import com.headjack.worktree.Repository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances whose repository was moved, or whose worktree is gone.
 */
class RelocationTests {

	private InstanceSandbox sandbox;

	private Path moved;

	private Instance before;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.moved = this.sandbox.repository.root().resolveSibling("elsewhere");
		this.before = this.sandbox.ensure();
		Files.writeString(this.before.worktree().resolve("work"), "unsaved");
		Files.writeString(folder(this.before).out().resolve("a.log"), "log");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void ofWhenRepositoryWasMovedTellsSo() throws IOException {
		Repository repository = move();
		assertThat(this.sandbox.instances.of(repository)).singleElement().satisfies((instance) -> {
			assertThat(instance.status()).isEqualTo(InstanceStatus.MOVED);
			assertThat(instance.id()).isEqualTo(this.before.id());
			assertThat(instance.container()).isEqualTo(this.before.container());
		});
		assertThat(this.sandbox.instances.all()).extracting(Instance::status).containsExactly(InstanceStatus.MOVED);
		assertThat(Instances.known(this.sandbox.worktrees, repository)).extracting(Instance::id)
			.containsExactly(this.before.id());
	}

	@Test
	void ensureWhenRepositoryWasMovedKeepsWorkAndLogs() throws IOException {
		Repository repository = move();
		Instance mended = lifecycle().ensure(repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL,
				LaunchLog.SILENT);
		assertThat(this.sandbox.instances.of(repository))
			.containsExactly(this.sandbox.instances.get(repository, InstanceSandbox.BRANCH.toString()));
		assertThat(mended.running()).isTrue();
		assertThat(mended.worktree().resolve("work")).hasContent("unsaved");
		assertThat(folder(mended).out().resolve("a.log")).hasContent("log");
		assertThat(this.before.worktree()).doesNotExist();
		assertThat(this.sandbox.containersNow()).hasSize(1);
		assertThat(this.sandbox.git.git(mended.worktree(), "status", "--porcelain")).isEqualTo("?? work");
	}

	@Test
	void ensureWhenRepositoryWasMovedKeepsTheImage() throws IOException {
		this.sandbox.memory.add(InMemoryImage.of("other:1").with("tmux", "exit 0"));
		lifecycle().recreate(this.sandbox.repository, this.before, "other:1", LaunchLog.SILENT);
		Instance mended = lifecycle().ensure(move(), InstanceSandbox.BRANCH, ContainerOrder.USUAL, LaunchLog.SILENT);
		assertThat(mended.image()).isEqualTo("other:1");
	}

	@Test
	void recreateWhenRepositoryWasMovedMends() throws IOException {
		Repository repository = move();
		Instance stray = this.sandbox.instances.get(repository, InstanceSandbox.BRANCH.toString());
		assertThat(lifecycle().recreate(repository, stray, null, LaunchLog.SILENT).running()).isTrue();
	}

	@Test
	void removeWhenRepositoryWasMovedLeavesNothing() throws IOException {
		Repository repository = move();
		Instance stray = this.sandbox.instances.get(repository, InstanceSandbox.BRANCH.toString());
		assertThat(lifecycle().unsavedWork(repository, stray, LaunchLog.SILENT).uncommittedFiles()).isOne();
		lifecycle().remove(repository, stray, true, LaunchLog.SILENT);
		assertThat(this.sandbox.instances.of(repository)).isEmpty();
		assertThat(this.sandbox.containersNow()).isEmpty();
		assertThat(this.sandbox.git.git(this.moved, "worktree", "list").lines()).hasSize(1);
		assertThat(this.sandbox.paths.sessions()).isEmptyDirectory();
	}

	@Test
	void ofWhenRepositoryWasCopiedLeavesTheCopyAlone() {
		this.sandbox.git.git(this.sandbox.repository.root(), "clone", "--quiet", ".", this.moved.toString());
		assertThat(this.sandbox.instances.of(this.sandbox.worktrees.repository(this.moved))).isEmpty();
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.RUNNING);
	}

	@Test
	void ensureWhenWorktreeWasDeletedMakesItAgain() throws IOException {
		FileSystemUtils.deleteRecursively(this.before.worktree());
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.ORPHANED);
		Instance mended = this.sandbox.ensure();
		assertThat(mended.worktree().resolve("readme")).exists();
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.RUNNING);
	}

	@Test
	void removeWhenWorktreeWasDeletedLeavesNothing() throws IOException {
		FileSystemUtils.deleteRecursively(this.before.worktree());
		lifecycle().remove(this.sandbox.repository, this.before, true, LaunchLog.SILENT);
		assertThat(this.sandbox.instances.of(this.sandbox.repository)).isEmpty();
		assertThat(this.sandbox.git.git(this.sandbox.repository.root(), "worktree", "list").lines()).hasSize(1);
	}

	@Test
	void ensureWhenWorktreeWasPrunedKeepsWork() throws IOException {
		prune();
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.ORPHANED);
		Instance mended = this.sandbox.ensure();
		assertThat(this.sandbox.git.git(mended.worktree(), "status", "--porcelain")).isEqualTo("?? work");
		assertThat(this.sandbox.now().status()).isEqualTo(InstanceStatus.RUNNING);
	}

	@Test
	void removeWhenWorktreeWasPrunedLeavesNothing() throws IOException {
		prune();
		lifecycle().remove(this.sandbox.repository, this.before, true, LaunchLog.SILENT);
		assertThat(this.before.worktree()).doesNotExist();
		assertThat(this.sandbox.instances.of(this.sandbox.repository)).isEmpty();
	}

	private void prune() throws IOException {
		Path away = this.before.worktree().resolveSibling("away");
		Files.move(this.before.worktree(), away);
		this.sandbox.git.git(this.sandbox.repository.root(), "worktree", "prune");
		Files.move(away, this.before.worktree());
	}

	private Repository move() throws IOException {
		Files.move(this.sandbox.repository.root(), this.moved);
		return this.sandbox.worktrees.repository(this.moved);
	}

	private InstanceLifecycle lifecycle() {
		return this.sandbox.lifecycle();
	}

	private InstanceFolder folder(Instance instance) {
		return this.sandbox.instances.folder(instance.id());
	}

}
