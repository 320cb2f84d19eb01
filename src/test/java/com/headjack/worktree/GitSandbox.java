package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.headjack.process.Command;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;

/**
 * Real git with a home folder and a configuration of its own.
 */
public final class GitSandbox implements ProcessRunner {

	private final Path folder;

	private final ProcessRunner processes = SystemRunner.get();

	private final List<Command> commands = new ArrayList<>();

	/**
	 * Makes the home folder.
	 * @param folder where it is made
	 * @throws IOException if it cannot be made
	 */
	public GitSandbox(Path folder) throws IOException {
		this.folder = Files.createDirectories(folder.resolve("a home"));
		Files.writeString(configuration(),
				"[user]\n\tname = Ada L\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n");
	}

	Path configuration() {
		return this.folder.resolve("gitconfig");
	}

	List<Command> commands() {
		return this.commands;
	}

	@Override
	public CommandResult run(Command command) {
		this.commands.add(command);
		Map<String, String> environment = new HashMap<>(command.environment());
		environment.putAll(Map.of("HOME", this.folder.toString(), "GIT_CONFIG_GLOBAL", configuration().toString(),
				"GIT_CONFIG_NOSYSTEM", "1"));
		return this.processes.run(new Command(command.words(), command.directory(), environment, command.withheld(),
				command.deadline(), command.input()));
	}

	/**
	 * Runs git.
	 * @param directory where it runs
	 * @param words its arguments
	 * @return what it prints
	 */
	public String git(Path directory, String... words) {
		List<String> all = new ArrayList<>(List.of("git"));
		all.addAll(List.of(words));
		return run(new Command(all, directory, Map.of(), Set.of())).require();
	}

	/**
	 * Makes a repository with one commit.
	 * @param directory the folder
	 * @return the folder
	 * @throws IOException if it cannot be made
	 */
	public Path repository(Path directory) throws IOException {
		Files.createDirectories(directory);
		git(directory, "init", "--quiet");
		commit(directory, "readme");
		return directory;
	}

	void commit(Path directory, String file) throws IOException {
		Files.writeString(directory.resolve(file), file);
		git(directory, "add", "--", file);
		git(directory, "commit", "--quiet", "-m", "Add " + file);
	}

}
