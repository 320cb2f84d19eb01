package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.product.EverydayCommand.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everyday git commands do the same inside an instance and outside of it, in a worktree
 * of an equal repository, or refuse before they have changed anything.
 */
class EverydayGitIntegrationTests extends InstanceTestBase {

	private static final Path PAGE = Path.of("docs/reference/git-commands.md");

	private static final String PREPARE = """
			export GIT_AUTHOR_DATE=2026-01-01T00:00:00Z GIT_COMMITTER_DATE=2026-01-01T00:00:00Z
			cd "$1" && R=$2/remote.git && { git init -q -b main && git update-ref -d HEAD; }
			echo zero >file && git add file && git commit -q -m Zero
			printf '%s\\n' one two >file && echo other >other && git add . && git commit -q -m One
			git tag base && git tag packed-tag && git branch packed && git branch packed-too && git branch elsewhere
			git switch -q -c topic && echo theirs >theirs && git add . && git commit -q -m Topic && git switch -q main
			printf '%s\\n' '#!/bin/sh' '! test -e refused' >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
			rm -rf "$2" && mkdir -p "$2" && git init -q --bare "$R" && git remote add origin "$R"
			git push -q origin main topic packed packed-too main:gone && git remote set-head origin main && git pack-refs --all && rm -rf "$2"
			git worktree add -q "$3" elsewhere""";

	private final String remotes = "/tmp/hjk-everyday-" + ProcessHandle.current().pid();

	@Test
	void everydayCommandsDoTheSameInside() throws IOException {
		List<EverydayCommand> commands = EverydayCommand.all();
		Path outside = Files.createDirectories(this.folder.resolve("outside"));
		prepare(outside);
		prepare(this.product.repository());
		this.product.tool("git", "-C", outside.toString(), "worktree", "add", "-q", "-b", "feat/x",
				this.folder.resolve("tree").toString(), "base");
		this.product.hjk("run", "feat/x").done();
		List<Outcome> there = outcomes(commands, "sh", "-c", "cd \"$1\" && exec sh -c \"$2\" sh \"$3\"", "sh",
				this.folder.resolve("tree").toString(), EverydayCommand.resource("everyday-git.sh"), this.remotes);
		List<Outcome> inside = outcomes(commands, this.product.launcher().toString(), "exec", "feat/x", "--no-mux",
				"--", "sh", "-c", EverydayCommand.resource("everyday-git.sh"), "sh", this.remotes);
		this.product.hjk("stop", "feat/x").done();
		compare(commands, there, inside);
		assertThat(tracking(this.product.repository())).isEqualTo(tracking(outside));
	}

	private void prepare(Path repository) {
		this.product.tool("sh", "-e", "-c", PREPARE, "sh", repository.toString(), this.remotes,
				repository.resolveSibling(repository.getFileName() + " elsewhere").toString());
	}

	private List<Outcome> outcomes(List<EverydayCommand> commands, String... words) {
		StringBuilder input = new StringBuilder();
		commands.forEach((command) -> input.append(command.setup()).append('\n').append(command.words()).append('\n'));
		List<Outcome> outcomes = Outcome.parse(this.product.fed(input.toString(), words).done());
		assertThat(outcomes).hasSameSizeAs(commands);
		return outcomes;
	}

	/**
	 * What the branches of a repository track, as git on the host sees it. Remotes that
	 * were added inside are unknown there.
	 */
	private List<String> tracking(Path repository) {
		return this.product
			.tool("git", "-C", repository.toString(), "config", "--local", "--get-regexp",
					"^branch\\..*\\.(remote|merge)$")
			.lines()
			.sorted()
			.toList();
	}

	private static void compare(List<EverydayCommand> commands, List<Outcome> outside, List<Outcome> inside)
			throws IOException {
		StringBuilder page = new StringBuilder(EverydayCommand.resource("everyday-git.md"));
		List<String> wrong = new ArrayList<>();
		String section = "";
		for (int i = 0; i < commands.size(); i++) {
			EverydayCommand command = commands.get(i);
			if (!command.section().equals(section)) {
				section = command.section();
				page.append("\n## ")
					.append(section)
					.append("\n\n| command | outside | inside | result |\n| --- | --- | --- | --- |\n");
			}
			String result = result(command, outside.get(i), inside.get(i));
			if (result.startsWith("WRONG")) {
				wrong.add(
						"%s%n%s%n  outside %s%n  inside  %s".formatted(command, result, outside.get(i), inside.get(i)));
			}
			page.append("| `%s` | %s | %s | %s |%n".formatted(command.words().replace("|", "\\|"),
					outside.get(i).code(), inside.get(i).code(), result));
		}
		if (Boolean.getBoolean("headjack.write-pages")) {
			Files.writeString(PAGE, page);
		}
		assertThat(wrong).isEmpty();
		assertThat(PAGE).hasContent(page.toString());
	}

	private static String result(EverydayCommand command, Outcome outside, Outcome inside) {
		if (outside.sameAs(inside)) {
			return command.note().isEmpty() ? "the same" : "WRONG: the same, in spite of the note";
		}
		if (command.note().isEmpty()) {
			return "WRONG: another";
		}
		return inside.changes().isEmpty() ? "nothing is changed. " + command.note() : command.note();
	}

}
