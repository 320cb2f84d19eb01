package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code run} that is ended from outside leaves nothing half done.
 */
@InWorld(World.RESIDENT)
class InterruptedRunIntegrationTests extends InstanceTestBase {

	private static final String WHILE_A_WORKTREE_IS_MADE = """
			"$0" run feat/x >/dev/null 2>&1 & first=$!
			until [ -e "$1/begun" ]; do sleep 0.1; done
			"$0" run feat/x >/dev/null 2>&1 & second=$!
			sleep 2
			kill -TERM $second; wait $second; echo $?
			kill -TERM $first; wait $first; echo $?
			""";

	private static final String WHILE_A_CONTAINER_STARTS = """
			"$0" run feat/x >/dev/null 2>&1 & run=$!
			until [ -n "$(docker ps -q --filter "label=com.headjack.repository=$1")" ]; do sleep 0.02; done
			kill -TERM $run; wait $run
			""";

	private Path slow = Path.of("");

	@BeforeEach
	void slowDown() throws IOException {
		this.slow = Files.createDirectory(this.product.home().resolve("slow git"));
		String real = this.product.tool("sh", "-c", "command -v git").strip();
		Path git = Files.writeString(this.slow.resolve("git"), slow(real));
		Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.createFile(this.slow.resolve("slow"));
		this.product.with("PATH", this.slow + ":" + System.getenv("PATH"));
	}

	/**
	 * A git that takes long to make a worktree as long as there is a file "slow".
	 */
	private String slow(String git) {
		return """
				#!/bin/sh
				slow='%s'
				git() { %s "$@"; }
				case " $* " in
					*" worktree add "*) if [ -e "$slow/slow" ]; then git "$@"; touch "$slow/begun"; exec sleep 60; fi ;;
				esac
				git "$@"
				""".formatted(this.slow, git);
	}

	@Test
	void whileItMakesAWorktreeOrWaitsForALock() throws IOException {
		assertThat(this.product
			.command("sh", "-c", WHILE_A_WORKTREE_IS_MADE, this.product.launcher().toString(), this.slow.toString())
			.done()).isEqualTo("143\n143\n");
		assertThatNothingIsLeft();
	}

	@Test
	void byCtrlC() throws IOException {
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("PATH='" + this.slow + "':$PATH hjk run feat/x; echo ended with $?");
			this.product.tool("sh", "-c", "until [ -e \"$0\" ]; do sleep 0.1; done",
					this.slow.resolve("begun").toString());
			terminal.key("C-c").await("ended with 130");
		}
		assertThatNothingIsLeft();
	}

	@Test
	void whileTheContainerStarts() throws IOException {
		Files.delete(this.slow.resolve("slow"));
		String repository = this.product.repository().toRealPath().toString();
		this.product.command("sh", "-c", WHILE_A_CONTAINER_STARTS, this.product.launcher().toString(), repository);
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.inside("feat/x", "echo ~; git status --short")).startsWith("/").hasLineCount(1);
	}

	@Test
	void whatAStoppedContainerMountsIsMadeAgain() throws IOException {
		Files.delete(this.slow.resolve("slow"));
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("stop", "feat/x").done();
		Path worktree = this.product.worktree("feat~x");
		FileSystemUtils.deleteRecursively(worktree.resolveSibling(".views"));
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.inside("feat/x", "git log --oneline | wc -l; git status --short")).hasLineCount(1);
	}

	private void assertThatNothingIsLeft() throws IOException {
		assertThat(this.product.git("branch", "--list", "feat/x")).isEmpty();
		assertThat(this.product.git("worktree", "list").lines()).hasSize(1);
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		Files.delete(this.slow.resolve("slow"));
		this.product.hjk("run", "feat/x").done();
	}

}
