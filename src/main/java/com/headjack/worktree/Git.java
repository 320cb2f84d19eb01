package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.headjack.process.Command;
import com.headjack.process.CommandDeadlineException;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;

/**
 * Runs git on the host, without running any program that a repository or a worktree
 * brings along.
 */
final class Git {

	private static final List<String> SAFE = List.of("git", "--no-pager", "-c", "core.fsmonitor=false", "-c",
			"core.hooksPath=/dev/null", "-c", "worktree.useRelativePaths=false");

	private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "GIT_TERMINAL_PROMPT", "0",
			"GIT_OPTIONAL_LOCKS", "0");

	/**
	 * The variables that point git at another repository. Git sets them for hooks, and a
	 * hook may run hjk.
	 */
	private static final Set<String> WITHHELD = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE",
			"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_NAMESPACE",
			"GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_CONFIG");

	private final ProcessRunner processes;

	private final Map<String, String> environment;

	Git(ProcessRunner processes) {
		this(processes, Map.of());
	}

	private Git(ProcessRunner processes, Map<String, String> settings) {
		this.processes = processes;
		this.environment = environment(settings);
	}

	/**
	 * Returns the environment variables.
	 * @see <a href="https://git-scm.com/docs/git-config#ENVIRONMENT">git-config</a>
	 */
	private static Map<String, String> environment(Map<String, String> settings) {
		Map<String, String> variables = new HashMap<>(ENVIRONMENT);
		if (!settings.isEmpty()) {
			variables.put("GIT_CONFIG_COUNT", String.valueOf(settings.size()));
		}
		int index = 0;
		for (Map.Entry<String, String> setting : settings.entrySet()) {
			variables.put("GIT_CONFIG_KEY_" + index, setting.getKey());
			variables.put("GIT_CONFIG_VALUE_" + index, setting.getValue());
			index++;
		}
		return Map.copyOf(variables);
	}

	/**
	 * Runs git in a folder.
	 * @param directory the folder
	 * @param command the command
	 * @return the result
	 */
	CommandResult run(Path directory, GitCommand command) {
		return run(List.of(), directory, command);
	}

	/**
	 * Runs git for a repository.
	 * @param repository the repository
	 * @param command the command
	 * @return the result
	 */
	CommandResult run(Repository repository, GitCommand command) {
		Path directory = repository.commonDirectory();
		return run(List.of("--git-dir=" + directory), directory, command);
	}

	/**
	 * Runs git for a worktree.
	 * @param worktree the worktree
	 * @param command the command
	 * @return the result
	 */
	CommandResult run(Worktree worktree, GitCommand command) {
		List<String> place = List.of("--git-dir=" + worktree.gitDirectory(), "--work-tree=" + worktree.path());
		try {
			return run(place, worktree.path(), command);
		}
		catch (CommandDeadlineException ex) {
			throw ex.reading(List.of(worktree.path(), worktree.repository().commonDirectory()));
		}
	}

	/**
	 * Runs git with no setting of ours. The command must run no program.
	 * @param gitDirectory the git directory, which no container can write
	 * @param directory the working directory
	 * @param command the command
	 * @return the result
	 */
	CommandResult runPlain(Path gitDirectory, Path directory, GitCommand command) {
		List<String> words = new ArrayList<>(List.of("git", "--git-dir=" + gitDirectory));
		words.addAll(command.words());
		return this.processes.run(new Command(words, directory, ENVIRONMENT, WITHHELD).within(command.deadline()));
	}

	/**
	 * Returns a git that takes more settings than those of the host.
	 * @param settings the settings, which win over all others
	 * @return the other git
	 */
	Git with(Map<String, String> settings) {
		return new Git(this.processes, settings);
	}

	private CommandResult run(List<String> place, Path directory, GitCommand command) {
		List<String> words = new ArrayList<>(SAFE);
		words.addAll(place);
		words.addAll(command.words());
		Command run = new Command(words, directory, this.environment, WITHHELD).within(command.deadline());
		Path input = command.input();
		return this.processes.run((input != null) ? run.reading(input) : run);
	}

}
