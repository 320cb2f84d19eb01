package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told, and what is left, where an instance cannot be made.
 */
@InWorld(World.RESIDENT)
class FailureIntegrationTests extends InstanceTestBase {

	/**
	 * Runs in its own view of the host's file systems, so that the full one is gone with
	 * it; tells what is left there.
	 */
	private static final String ON_FULL_DISK = """
			mount -t tmpfs -o "$1" small "$2" || exit 99
			code=0
			"$3" run feat/x || code=$?
			find "$2" -mindepth 1 ! -path '*/.locks*' ! -name headjack ! -name sessions
			exit "$code"
			""";

	/**
	 * Leaves room for the name of a file and none for what is in it.
	 */
	private static final String WITHOUT_ROOM_FOR_RECORDS = """
			mount -t tmpfs -o size=8k small "$1" || exit 99
			echo >"$1/lock"
			head -c 4096 /dev/zero >"$1/fill"
			code=0
			"$2" exec feat/x -d -n a -- true || code=$?
			rm "$1/fill"
			! ls "$1" | grep json
			exit "$code"
			""";

	@Test
	void runWhenTheBranchIsCheckedOutElsewhereLeavesItThere() {
		String elsewhere = this.folder.resolve("elsewhere").toString();
		this.product.git("worktree", "add", "-q", "-b", "feat/x", elsewhere);
		this.product.hjk("run", "feat/x")
			.assertFailed(1, "branch \"feat/x\" is already checked out in", "choose another branch");
		assertThat(this.product.git("-C", elsewhere, "status", "--short", "--branch")).isEqualTo("## feat/x\n");
		this.product.git("worktree", "remove", elsewhere);
		this.product.git("branch", "-D", "feat/x");
		this.product.assertNothingIsMade("feat/x");
	}

	@Test
	void runWhenTheImageIsNowhereLeavesNothing() {
		this.product.hjk("run", "feat/x", "--image", "headjack-no-such:1")
			.assertFailed(4, "there is no image \"headjack-no-such:1\"", "check its name");
		this.product.assertNothingIsMade("feat/x");
	}

	@Test
	void runWhenTheContainerCannotBeMadeAgainKeepsTheLogs() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "echo", "kept").done();
		assertThat(this.product.log("feat/x", "a")).isEqualTo("kept\n");
		this.product.tool("docker", "rm", "--force", this.product.container("feat/x"));
		this.product.hjk("run", "feat/x", "--image", "debian:bookworm-slim")
			.assertFailed(4, "has no tmux", "headjack/agent:latest");
		assertThat(this.product.hjk("ps").done()).contains("missing");
		assertThat(this.product.hjk("logs", "feat/x", "a").done()).isEqualTo("kept\n");
	}

	@ParameterizedTest
	@CsvSource({ "size=64k,git cannot write the worktree", "nr_inodes=1,cannot create the folder",
			"nr_inodes=2,cannot lock", "nr_inodes=3,cannot create the folder",
			"nr_inodes=9,cannot prepare the worktree" })
	void runWhenTheDiskForWorktreesIsFullLeavesNothing(String limit, String message) throws IOException {
		commitLargeFile();
		Path small = Files.createDirectory(this.folder.resolve("small"));
		this.product.with("HEADJACK_WORKTREE_DIR", small.toString());
		assertFailsOnFullDisk(limit, small, message);
	}

	@Test
	void runWhenTheDiskForSessionsIsFullLeavesNothing() throws IOException {
		Path small = Files.createDirectory(this.folder.resolve("small"));
		this.product.with("XDG_DATA_HOME", small.toString())
			.with("HEADJACK_WORKTREE_DIR", this.folder.resolve("worktrees").toString());
		assertFailsOnFullDisk("nr_inodes=3", small, "cannot make a folder for sessions");
	}

	@Test
	void execWhenTheDiskForSessionsIsFullLeavesNoRecord() throws IOException {
		this.product.hjk("run", "feat/x").done();
		Path sessions = this.product.home().resolve(".local/share/headjack/sessions");
		Path instance = sessions.resolve(this.product.tool("ls", sessions.toString()).strip());
		Hjk.Result result = apart(WITHOUT_ROOM_FOR_RECORDS, instance.toString(), this.product.launcher().toString());
		result.assertFailed(1, "cannot write the session's record", "room");
		assertThat(result.output()).isEmpty();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "true").done();
	}

	private void assertFailsOnFullDisk(String limit, Path small, String message) throws IOException {
		Hjk.Result result = apart(ON_FULL_DISK, limit, small.toString(), this.product.launcher().toString());
		result.assertFailed(1, message, "room");
		assertThat(result.output()).isEmpty();
		this.product.assertNothingIsMade("feat/x");
		this.product.hjk("run", "feat/x").done();
	}

	/**
	 * Runs a script that may mount file systems.
	 */
	private Hjk.Result apart(String script, String... arguments) throws IOException {
		List<String> words = new ArrayList<>(List.of("unshare", "--mount"));
		if (!Files.getAttribute(this.folder, "unix:uid").equals(0)) {
			words.add("--map-root-user");
		}
		words.addAll(List.of("sh", "-c", script, "sh"));
		words.addAll(List.of(arguments));
		return this.product.command(words.toArray(String[]::new));
	}

	private void commitLargeFile() throws IOException {
		Files.writeString(this.product.repository().resolve("large"), "0123456789abcdef\n".repeat(20_000));
		this.product.git("add", "large");
		this.product.git("commit", "--quiet", "--message", "Add a large file");
	}

}
