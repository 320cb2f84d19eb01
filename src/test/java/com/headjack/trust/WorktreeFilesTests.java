package com.headjack.trust;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What a container can put in the place of a file.
 */
class WorktreeFilesTests {

	private static final String MCP = "{\"mcpServers\":{\"a\":{\"command\":\"x\"}}}";

	@TempDir
	Path folder;

	private Path worktree;

	@BeforeEach
	void setUp() throws IOException {
		this.worktree = Files.createDirectories(this.folder.toRealPath().resolve("worktree"));
	}

	private List<Finding> look(String agent) {
		return assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> new RepositoryLook(new Place("r", null, this.worktree), TestAgents.builtIn().get(agent),
						LoginMethod.API_KEY)
					.findings());
	}

	private void link(String file, String target) throws IOException {
		Files.createSymbolicLink(this.worktree.resolve(file), Path.of(target));
	}

	@ParameterizedTest
	@ValueSource(strings = { "real.json", "sub/../real.json", "/workspace/real.json", "first" })
	void aLinkInTheWorktreeIsFollowed(String target) throws IOException {
		Files.createDirectory(this.worktree.resolve("sub"));
		Files.writeString(this.worktree.resolve("real.json"), MCP);
		link("first", "sub/../real.json");
		link(".mcp.json", target);
		assertThat(look("claude")).singleElement()
			.satisfies((finding) -> assertThat(finding.effects())
				.containsExactly("mcpServers.a.command runs, with access to the login: x"));
	}

	@Test
	void aFolderThatIsALinkIsFollowed() throws IOException {
		Files.createDirectory(this.worktree.resolve("real"));
		Files.writeString(this.worktree.resolve("real/settings.json"), "{\"apiKeyHelper\":\"x\"}");
		link(".claude", "real");
		assertThat(look("claude")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "/etc/passwd, 'is a link out of the repository, to /etc/passwd'",
			"../secret, is a link out of the repository", "sub/../../secret, is a link out of the repository" })
	void aLinkOutOfTheWorktreeIsNotFollowedButTold(String target, String told) throws IOException {
		Files.createDirectory(this.worktree.resolve("sub"));
		Files.writeString(this.folder.resolve("secret"), MCP);
		link(".mcp.json", target);
		assertThat(look("claude")).singleElement()
			.satisfies((finding) -> assertThat(finding.effects()).containsExactly(told));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".mcp.json", "nothing", "sub" })
	void aLinkToNothingIsNoFile(String target) throws IOException {
		Files.createDirectory(this.worktree.resolve("sub"));
		link(".mcp.json", target);
		Files.writeString(this.worktree.resolve(".claude"), "a file in the place of the folder");
		assertThat(look("claude")).isEmpty();
	}

	@Test
	void aPipeIsTold() throws IOException, InterruptedException {
		new ProcessBuilder("mkfifo", this.worktree.resolve(".mcp.json").toString()).start().waitFor();
		assertThat(look("claude")).singleElement()
			.satisfies((finding) -> assertThat(finding.effects()).containsExactly("is not a regular file"));
	}

	@Test
	void aHugeFileIsTold() throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(this.worktree.resolve(".mcp.json").toFile(), "rw")) {
			file.setLength(1L << 40);
		}
		assertThat(look("claude")).singleElement()
			.satisfies((finding) -> assertThat(finding.effects()).containsExactly("is larger than 1 MiB"));
	}

	@Test
	void aFolderThatLeadsToItselfIsLeft() throws IOException {
		Files.createDirectories(this.worktree.resolve(".claude/agents"));
		Files.writeString(this.worktree.resolve(".claude/agents/a.md"), "Text");
		link(".claude/agents/again", ".");
		link(".claude/agents/never", "never");
		assertThat(look("claude")).isEmpty();
	}

	@Test
	void aFolderWithTooManyFilesIsTold() throws IOException {
		Path plugins = Files.createDirectories(this.worktree.resolve(".opencode/plugin"));
		for (int index = 0; index < 2100; index++) {
			Files.writeString(plugins.resolve(index + ".js"), "");
		}
		assertThat(look("opencode")).singleElement()
			.satisfies(
					(finding) -> assertThat(finding.effects()).containsExactly("is in a folder with too many files"));
	}

}
